import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next, { type Resource, type ResourceLanguage } from "i18next";

/**
 * The words of the screens, from the same files as the app's: a test finds a button by what it says, and goes on
 * finding it after the word was changed.
 */
const folder = join(import.meta.dirname, "../../locales");

const read = (path: string): ResourceLanguage => JSON.parse(readFileSync(path, "utf8")) as ResourceLanguage;

function languageFrom(language: string): ResourceLanguage {
  const words: ResourceLanguage = {};
  const inside = join(folder, language);
  for (const file of readdirSync(inside).filter((name) => name.endsWith(".json")))
    words[file.slice(0, -".json".length)] = read(join(inside, file));
  const tools = join(inside, "instruments");
  if (existsSync(tools))
    words.instruments = Object.fromEntries(
      readdirSync(tools).map((file) => [file.slice(0, -".json".length), read(join(tools, file))]),
    );
  return words;
}

const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const instance = i18next.createInstance();
void instance.init({
  resources: Object.fromEntries(languages.map((code) => [code, languageFrom(code)])) satisfies Resource,
  lng: "nl",
  fallbackLng: "nl",
  defaultNS: "common",
  initAsync: false,
  interpolation: { escapeValue: false },
  parseMissingKeyHandler: (key) => {
    throw new Error(`No word for ${key} in locales/nl.`);
  },
});

export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: string, values?: Values) => string;

/** `say("lock:unlock.action")`, in this language, or in Dutch where it has no word. */
export function wordsIn(language: string): Say {
  const t = instance.getFixedT(language) as unknown as Say;
  return (key, values = {}) => t(key, values);
}

/** A sentence with values in it as a pattern: "Stap {{step}} van {{steps}}" is /^Stap .* van .*$/. */
export function patternIn(language: string, key: string): RegExp {
  const t = instance.getFixedT(language) as unknown as (key: string, options: object) => string;
  const raw = t(key, { count: 2, skipInterpolation: true });
  const escaped = raw.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\\\{\\\{\w+\\\}\\\}/g, ".*")}$`);
}
