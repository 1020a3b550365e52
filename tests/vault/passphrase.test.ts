import { expect, test } from "vitest";
import { dutchWords } from "../../src/vault/dutchWords.ts";
import { drawPassphrase, normalizePassphrase } from "../../src/vault/passphrase.ts";
import { browserRandom } from "../../src/vault/random.ts";

test("the list has 7,776 words, each once, of four to eight plain letters", () => {
  expect(dutchWords).toHaveLength(7776);
  expect(new Set(dutchWords).size).toBe(7776);
  expect(dutchWords.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
});

test("no word of the list speaks of harm, crime or the body's shame", () => {
  const hurtful =
    /moord|dood|verkracht|seks|hoer|neuk|kanker|pedo|incest|misbruik|mishandel|wapen|nazi|neger|slaan$|kut|lul/;
  expect(dutchWords.filter((word) => hurtful.test(word))).toEqual([]);
});

test("a passphrase is five words of the list, and each is as likely as any other", async () => {
  const words = await drawPassphrase(browserRandom);
  expect(words).toHaveLength(5);
  expect(words.every((word) => dutchWords.includes(word))).toBe(true);
});

test("every word can be drawn, by equally many draws, and what would favour some is drawn again", async () => {
  const counts = new Map<string, number>();
  let next = 0;
  // Each pair of bytes once: 65,536 draws, of which the last 3,328 are refused.
  const counting = (): Uint8Array => {
    const drawn = next % 65_536;
    next += 1;
    return Uint8Array.of(drawn >> 8, drawn & 255);
  };
  while (next < 62_208) {
    for (const word of await drawPassphrase(counting)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // 62,208 is no multiple of five: the last passphrase went past it, and found the refused ones skipped.
  expect(next).toBe(65_536 + 2);
  expect(counts.size).toBe(7776);
  expect(new Set(counts.values())).toEqual(new Set([8, 9]));
  expect([...counts.values()].filter((count) => count === 9)).toHaveLength(2);
});

test.each([
  ["tafel molen fiets", "Tafel  Molen\nFiets"],
  ["tafel molen fiets", "tafel-molen-fiets"],
  ["tafel molen fiets", " tafel, molen, fiets. "],
  ["tafel molen fiets", "TAFEL\u00a0MOLEN\u2013FIETS"],
  ["tafel molen fiets", "ｔａｆｅｌ molen fiets"],
  ["tafel molen fiets", "tafel\r\n\tmolen ; fiets"],
])("%j is understood from %j", (expected, typed) => {
  expect(normalizePassphrase(typed)).toBe(expected);
});
