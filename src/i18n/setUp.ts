import { type BackendModule, createInstance, type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { firstLanguage } from "./languages.ts";
import { loadWords, namespacesOf } from "./words.ts";

/** What stands before unlocking: these come with the first screen, all others when a screen asks for them. */
const firstNamespaces = ["start", "lock", "common", "ui"];
/** What a family's screen says. */
const familyNamespaces = ["family", "familyTools"];

const localWords: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    loadWords(language, namespace).then(
      (words) => done(null, words),
      (problem: unknown) => done(problem instanceof Error ? problem : new Error(String(problem)), false),
    );
  },
};

type SetUp = {
  readonly language: string;
  /**
   * What a key without a word does. In use, a reader is better served by the key than by a broken screen; in tests it
   * throws, so that no key goes missing unseen.
   */
  readonly missing?: "throw" | "show";
  /** Namespaces that are there from the start: a test that renders one screen names them. */
  readonly namespaces?: readonly string[];
};

function refuse(key: string): never {
  throw new Error(`No word for ${key} in locales/${firstLanguage}.`);
}

/** Resolves when the words of the first screen are there. A word that a language lacks is said in the first one. */
export async function createI18n({ language, missing, namespaces }: SetUp): Promise<i18n> {
  const there = namespacesOf(firstLanguage);
  const instance = createInstance();
  await instance
    .use(localWords)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: firstLanguage,
      load: "languageOnly",
      ns: (namespaces ?? firstNamespaces).filter((one) => there.includes(one)),
      defaultNS: "start",
      interpolation: { escapeValue: false },
      returnNull: false,
      saveMissing: false,
      ...((missing ?? defaultMissing()) === "throw" ? { parseMissingKeyHandler: refuse } : {}),
      react: { useSuspense: true },
    });
  return instance;
}

const defaultMissing = (): "throw" | "show" => (import.meta.env.MODE === "test" ? "throw" : "show");

/** Loads every word of the language in use, so that no screen waits for its words after this. */
export async function loadEverything(instance: i18n): Promise<void> {
  await instance.loadNamespaces([...namespacesOf(firstLanguage)]);
}

/** Loads a family's words in a language that need not be the program's own. Await it before `familyT`. */
export async function loadFamily(instance: i18n, language: string): Promise<void> {
  await instance.loadNamespaces(familyNamespaces);
  await instance.loadLanguages([language, firstLanguage]);
}

/**
 * A translator fixed to one language, whatever the program's own is: two languages stand on a family's screen at once.
 * Its words are those of `family`; those of the tools are asked as `familyTools:<instrument>.<item>.parent`.
 */
export function familyT(instance: i18n, language: string): TFunction<["family", "familyTools"]> {
  return instance.getFixedT(language, ["family", "familyTools"]);
}

/** Does this language have the word itself? Where not, the screen shows the first language's and says so. */
export function isTranslated(instance: i18n, language: string, namespace: string, key: string): boolean {
  const own: unknown = instance.getResource(language, namespace, key);
  if (own !== undefined) return true;
  return instance.getResource(language, namespace, `${key}_other`) !== undefined;
}
