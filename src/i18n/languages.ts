import listed from "../../locales/languages.json";

export type Language = {
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** For dates, numbers and the voice that reads aloud. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  /** `all`: the whole program. `family`: the screens that a family answers on. */
  readonly scope: "all" | "family";
  /** Has a native speaker read the words? Where not, hand-over and settings say so. */
  readonly reviewed: boolean;
};

/** The first language has every word; the others fall back to it. */
export const firstLanguage = "nl";

const isLanguage = (one: { dir: string; scope: string }): one is Language =>
  (one.dir === "ltr" || one.dir === "rtl") && (one.scope === "all" || one.scope === "family");

export const languages: readonly Language[] = listed.filter(isLanguage);

/** The languages that a worker can choose for the program itself. */
export const workerLanguages: readonly Language[] = languages.filter((one) => one.scope === "all");

const byCode: ReadonlyMap<string, Language> = new Map(languages.map((one) => [one.code, one]));

export const languageOf = (code: string): Language | undefined => byCode.get(code);
export const dirOf = (code: string): "ltr" | "rtl" => byCode.get(code)?.dir ?? "ltr";
export const isReviewed = (code: string): boolean => byCode.get(code)?.reviewed ?? false;

/** The program's language for a browser that prefers these, in this order. */
export function languageFor(preferred: readonly string[]): string {
  for (const tag of preferred) {
    const code = tag.toLowerCase().split("-")[0];
    const match = workerLanguages.find((one) => one.code === code);
    if (match) return match.code;
  }
  return firstLanguage;
}
