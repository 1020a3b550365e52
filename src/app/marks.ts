/**
 * The few things that must be known before anything is unlocked, outside IndexedDB: the language of the first screen,
 * and that this browser once held data. None of them says anything about a family.
 */
const languageKey = "keukentafel:language";
const keptKey = "keukentafel:kept";

export const rememberedLanguage = (): string | undefined => localStorage.getItem(languageKey) ?? undefined;

export const rememberLanguage = (language: string): void => localStorage.setItem(languageKey, language);

/** Set after set-up, so that an emptied database says "data is missing" and not "welcome". */
export const markKept = (): void => localStorage.setItem(keptKey, "1");

export const onceKept = (): boolean => localStorage.getItem(keptKey) === "1";

/** Only when the worker says so: the data is gone, and the app starts anew. */
export const forgetKept = (): void => localStorage.removeItem(keptKey);
