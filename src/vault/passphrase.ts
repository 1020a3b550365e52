import type { Random } from "./random.ts";

/** Five words of 7776 are 64 bits: beyond reach behind Argon2id, and still five words to remember. */
const wordsPerPassphrase = 5;

/** Draws five words, each as likely as any other. The list is loaded when it is first needed. */
export async function drawPassphrase(random: Random): Promise<readonly string[]> {
  const { dutchWords } = await import("./dutchWords.ts");
  return Array.from({ length: wordsPerPassphrase }, () => pick(dutchWords, random));
}

/** Draws again above the last whole multiple of the list's length: a remainder would favour the first words. */
function pick(words: readonly string[], random: Random): string {
  const range = 2 ** 16;
  const limit = range - (range % words.length);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    const word = drawn < limit ? words[drawn % words.length] : undefined;
    if (word !== undefined) return word;
  }
}

/** However the words were typed or dictated: one space between them, lower case, no marks around them. */
export const normalizePassphrase = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.,;_\p{Dash_Punctuation}]+/gu, " ")
    .trim();
