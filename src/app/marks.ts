import { workerLanguages } from "../i18n/languages.ts";

/**
 * The few things that must be known before anything is unlocked, outside IndexedDB: the language of the first screen,
 * that this browser once held data, and that the dull page was open. None of them says anything about a family.
 */
const languageKey = "keukentafel:language";
const keptKey = "keukentafel:kept";
const hiddenKey = "keukentafel:hidden";

/** Only one that the program itself speaks: a family's language would turn Dutch words round. */
export function rememberedLanguage(): string | undefined {
  const remembered = localStorage.getItem(languageKey);
  return workerLanguages.find(({ code }) => code === remembered)?.code;
}

export const rememberLanguage = (language: string): void => localStorage.setItem(languageKey, language);

/** Set after set-up, so that an emptied database says "data is missing" and not "welcome". */
export const markKept = (): void => localStorage.setItem(keptKey, "1");

export const onceKept = (): boolean => localStorage.getItem(keptKey) === "1";

/** Only when the worker says so: the data is gone, and the app starts anew. */
export const forgetKept = (): void => localStorage.removeItem(keptKey);

/** The dull page stays over a reload of the tab, so that nobody who reloads it learns what lay beneath. */
export const markHidden = (isHidden: boolean): void =>
  isHidden ? sessionStorage.setItem(hiddenKey, "1") : sessionStorage.removeItem(hiddenKey);

export const wasHidden = (): boolean => sessionStorage.getItem(hiddenKey) === "1";
