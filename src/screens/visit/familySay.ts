import type { i18n } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { peopleOf } from "../../domain/people.ts";
import { dirOf, firstLanguage, languageOf, languages } from "../../i18n/languages.ts";
import type { SheetSay, SheetWords } from "../../reports/LeaveBehindSheet.tsx";

type Values = { readonly [key: string]: string | number };
export type Say = (key: string, values?: Values) => string;

/** The family's words of the sheets and of the tools, in one language and in Dutch where that is another. */
export type FamilySay = SheetWords & {
  readonly i18n: i18n;
  readonly tool: { readonly say: Say; readonly second?: Say };
};

const namespaces = ["family", "familySheets", "familyTools"] as const;

/** `undefined` until the words of this language are there. */
export function useFamilySay(language: string): FamilySay | undefined {
  const { i18n } = useTranslation(namespaces);
  const [loaded, setLoaded] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([i18n.loadNamespaces([...namespaces]), i18n.loadLanguages([language, firstLanguage])])
      .catch(() => undefined)
      .then(() => isCurrent && setLoaded(language));
    return () => {
      isCurrent = false;
    };
  }, [i18n, language]);
  if (loaded !== language) return undefined;
  const sayIn =
    (code: string, namespace: string): Say =>
    (key, values) =>
      i18n.t(`${namespace}:${key}`, { ...values, lng: code });
  const isDutch = language === firstLanguage;
  const second: SheetSay | undefined = isDutch ? undefined : sayIn(firstLanguage, "familySheets");
  return {
    i18n,
    language,
    dir: dirOf(language),
    say: sayIn(language, "familySheets"),
    ...(second ? { second } : {}),
    tool: {
      say: sayIn(language, "familyTools"),
      ...(isDutch ? {} : { second: sayIn(firstLanguage, "familyTools") }),
    },
  };
}

/** Languages that this family reads, Dutch first: those of its people for which there are words. */
export function languagesOf(file: CaseFile): readonly { readonly code: string; readonly name: string }[] {
  const spoken = new Set([firstLanguage, ...peopleOf(file).map((person) => person.language)]);
  return languages.filter(({ code }) => spoken.has(code)).map(({ code, name }) => ({ code, name }));
}

/** The one language that all of these people read, or Dutch. */
export function languageFor(codes: readonly string[]): string {
  const [first] = codes;
  return first !== undefined && codes.every((code) => code === first) && languageOf(first)
    ? first
    : firstLanguage;
}
