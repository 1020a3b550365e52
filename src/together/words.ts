import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dirOf, firstLanguage } from "../i18n/languages.ts";
import { familyT, isTranslated, loadFamily } from "../i18n/setUp.ts";

type Values = { readonly [key: string]: string | number };

/** The family's words in the person's language, and the same in Dutch where that is another. */
export type FamilyWords = {
  readonly i18n: i18n;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly voice: "parent" | "child";
  /** A word of `family`; `voiced` where it differs for a parent and a child. */
  say(key: string, values?: Values): string;
  voiced(key: string, values?: Values): string;
  /** The same in Dutch; `undefined` where the words themselves are Dutch already. */
  second(key: string, values?: Values): { readonly text: string; readonly lang: string } | undefined;
  /** Does the person's language have this word itself? */
  has(key: string): boolean;
};

type Translate = (key: string, values?: Values) => string;

/** Loads the family's words in this language; `undefined` until they are there. */
export function useFamilyWords(language: string, voice: "parent" | "child"): FamilyWords | undefined {
  const { i18n } = useTranslation("family");
  const [loaded, setLoaded] = useState<string>();
  useEffect(() => {
    void loadFamily(i18n, language).then(() => setLoaded(language));
  }, [i18n, language]);
  if (loaded !== language) return undefined;
  const own = familyT(i18n, language) as unknown as Translate;
  const dutch = familyT(i18n, firstLanguage) as unknown as Translate;
  return {
    i18n,
    language,
    dir: dirOf(language),
    voice,
    say: (key, values) => own(`family:${key}`, values),
    voiced: (key, values) => own(`family:${key}.${voice}`, values),
    second: (key, values) =>
      language === firstLanguage || !isTranslated(i18n, language, "family", key)
        ? undefined
        : { text: dutch(`family:${key}`, values), lang: firstLanguage },
    has: (key) => isTranslated(i18n, language, "family", key),
  };
}
