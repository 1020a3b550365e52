import { drawPassphrase, normalizePassphrase } from "../vault/passphrase.ts";
import { random } from "./random.ts";

/** Five words, drawn: for the passphrase of this device, or of a file. */
export const drawWords = (): Promise<readonly string[]> => drawPassphrase(random);

/** Are these the words, however they were typed? */
export const isSamePassphrase = (typed: string, words: readonly string[]): boolean =>
  normalizePassphrase(typed) === normalizePassphrase(words.join(" "));

/** What was typed, without the marks and capitals that a keyboard or a voice adds. */
export const normalized = (typed: string): string => normalizePassphrase(typed);
