import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Instrument } from "../src/domain/instrument.ts";

/** Reads the words in `locales/` as the catalogue and the tests of completeness see them. */

export const localesFolder = join(import.meta.dirname, "../locales");

/** Languages that a worker may choose: all words. Others are for families: the namespaces below. */
export const wholeLanguages: readonly string[] = ["nl", "en"];
export const familyNamespaces: readonly string[] = ["family", "familyTools", "familySheets"];

/** Dotted key → word, the namespace first: `instruments.stoplight.items.green`. */
export type Words = ReadonlyMap<string, string>;

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function collect(value: unknown, path: string, into: Map<string, string>): void {
  if (isBranch(value))
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, into);
  else if (typeof value === "string" && value.trim() !== "") into.set(path, value);
}

export function wordsOf(language: string): Words {
  const folder = join(localesFolder, language);
  const words = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
    const file = join(entry.parentPath, entry.name);
    const namespace = relative(folder, file).slice(0, -".json".length).split(sep).join(".");
    collect(JSON.parse(readFileSync(file, "utf8")), namespace, words);
  }
  return words;
}

export const languages = (): readonly string[] =>
  readdirSync(localesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

const rank = (language: string): number =>
  (wholeLanguages.indexOf(language) + wholeLanguages.length + 1) % (wholeLanguages.length + 1);

/** Every key that an instrument's words must have, by its ids. */
export function keysOf(instrument: Instrument): readonly string[] {
  const prefix = `instruments.${instrument.id}`;
  const items = instrument.groups.flatMap((group) => group.items);
  return [
    `${prefix}.title`,
    ...instrument.groups.map((group) => `${prefix}.groups.${group.id}`),
    ...items.map((item) => `${prefix}.items.${item.id}`),
    ...items.flatMap((item) =>
      (item.choices ?? []).map((choice) => `${prefix}.choices.${item.id}.${choice}`),
    ),
  ];
}

/**
 * A key with forms of number (`…_one`, `…_other`) is needed in the forms that the language has: Arabic has six, where
 * Dutch has two.
 */
function neededForms(key: string, first: Words, language: string): readonly string[] {
  const [, stem, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
  if (!stem || !first.has(`${stem}_one`) || !first.has(`${stem}_other`)) return [key];
  if (form !== "other") return [];
  return new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.map((category) => `${stem}_${category}`);
}

const isForFamilies = (key: string): boolean => familyNamespaces.includes(key.split(".")[0] ?? "");

/** Dotted keys that the language should have, by the first language and by the instruments' ids, and lacks. */
export function missingWords(language: string, instruments: readonly Instrument[]): readonly string[] {
  const first = wordsOf("nl");
  const own = wordsOf(language);
  const needed = [...first.keys(), ...instruments.flatMap(keysOf)]
    .filter((key) => wholeLanguages.includes(language) || isForFamilies(key))
    .flatMap((key) => neededForms(key, first, language));
  return [...new Set(needed)].filter((key) => !own.has(key)).sort();
}
