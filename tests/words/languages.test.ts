import { expect, test } from "vitest";
import { instruments } from "../../src/domain/instruments/list.ts";
import { languages as listed } from "../../src/i18n/languages.ts";
import { languages, missingWords, wholeLanguages, wordsOf } from "../words.ts";

const placeholdersOf = (word: string): string[] => [...new Set(word.match(/\{\{\s*\w+/g) ?? [])].sort();
const stemOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

test("every folder of words is a language that can be chosen, and the other way round", () => {
  expect(listed.map(({ code }) => code).sort()).toEqual([...languages()].sort());
  expect(listed.filter(({ scope }) => scope === "all").map(({ code }) => code)).toEqual(wholeLanguages);
});

test.each(languages())("%s lacks no word that it should have", (language) => {
  expect(missingWords(language, instruments)).toEqual([]);
});

test.each(languages())("%s has no word that the first language does not have", (language) => {
  const first = new Set([...wordsOf("nl").keys()].map(stemOf));
  expect([...wordsOf(language).keys()].filter((key) => !first.has(stemOf(key)))).toEqual([]);
});

test.each(languages())("%s fills in the same names and numbers as the first language", (language) => {
  const first = new Map<string, string[]>();
  for (const [key, word] of wordsOf("nl")) {
    const known = first.get(stemOf(key)) ?? [];
    first.set(stemOf(key), [...new Set([...known, ...placeholdersOf(word)])].sort());
  }
  for (const [key, word] of wordsOf(language)) {
    const filled = placeholdersOf(word);
    const expected = first.get(stemOf(key)) ?? [];
    // A form of number may leave the number itself out: "one question", not "1 question".
    if (key !== stemOf(key)) expect(expected, key).toEqual(expect.arrayContaining(filled));
    else expect(filled, key).toEqual(expected);
  }
});

test.each(languages())("nothing in %s shouts", (language) => {
  for (const [key, word] of wordsOf(language)) expect(word, key).not.toMatch(/[!！]/);
});
