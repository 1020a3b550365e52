import { expect, test } from "vitest";
import {
  dateFromTyped,
  dateOf,
  listOf,
  momentFromTyped,
  momentText,
  numberOf,
  storedDateOf,
  timeOf,
} from "../../src/i18n/formats.ts";
import { dirOf, languageFor } from "../../src/i18n/languages.ts";

const at = new Date(2026, 10, 22, 14, 32);
const about = (date: string) => `ongeveer ${date}`;

test("a date is said in the language, with the digits that also stand on letters", () => {
  expect(dateOf("nl", at)).toBe("22 november 2026");
  expect(dateOf("en", at)).toBe("22 November 2026");
  expect(dateOf("ar", at)).toMatch(/22.*2026/);
  expect(timeOf("ar", at)).toBe("14:32");
  expect(timeOf("nl", at)).toBe("14:32");
});

test("a moment is said as people say it, in every language", () => {
  const now = new Date(2026, 10, 22, 16, 52);
  expect(momentText("nl", now, now)).toBe("vandaag 16:52");
  expect(momentText("nl", new Date(2026, 10, 21, 9, 5), now)).toBe("gisteren 09:05");
  expect(momentText("nl", new Date(2026, 10, 20, 9, 5), now)).toBe("vr 20 nov 09:05");
  expect(momentText("nl", new Date(2025, 10, 20, 9, 5), now)).toBe("20 november 2025 om 09:05");
  const today = { en: "today", tr: "bugün", pl: "dzisiaj", uk: "сьогодні", ar: "اليوم" };
  for (const [language, word] of Object.entries(today))
    expect(momentText(language, now, now)).toBe(`${word} 16:52`);
});

test("what is typed as a moment of today is still that moment tomorrow", () => {
  const now = new Date(2026, 10, 22, 16, 52);
  expect(momentFromTyped("nl", "Vandaag 9.05", now)).toBe("2026-11-22T09:05");
  expect(momentFromTyped("tr", "dün 23:10", now)).toBe("2026-11-21T23:10");
  expect(momentFromTyped("nl", "maandag na het eten", now)).toBe("maandag na het eten");
  expect(momentFromTyped("nl", "vandaag 25:00", now)).toBe("vandaag 25:00");
});

test.each([
  ["22-11-2026", "2026-11-22"],
  ["2-3-2019", "2019-03-02"],
  ["2019-03-02", "2019-03-02"],
  ["03-2019", "2019-03"],
  ["2019", "2019"],
  ["ongeveer 2019", "~2019"],
  ["rond 03-2019", "~2019-03"],
  ["~2019", "~2019"],
])("a worker types %s and it is stored as %s", (typed, stored) => {
  expect(dateFromTyped(typed)).toBe(stored);
});

test.each(["toen oma er nog was", "31-02-2020", "13-13-2020", "2019-2020", "", "vóór de zomer"])(
  "what is no date is kept as it was typed: %s",
  (typed) => {
    expect(dateFromTyped(typed)).toBe(typed);
    expect(storedDateOf("nl", typed, about)).toBe(typed);
  },
);

test("as much of a date is said as is known", () => {
  expect(storedDateOf("nl", "2019", about)).toBe("2019");
  expect(storedDateOf("nl", "2019-03", about)).toBe("maart 2019");
  expect(storedDateOf("nl", "2019-03-02", about)).toBe("2 maart 2019");
  expect(storedDateOf("nl", "~2019", about)).toBe("ongeveer 2019");
});

test("names and numbers stand as the language writes them", () => {
  expect(listOf("nl", ["Elif", "Bram", "Noor"])).toBe("Elif, Bram en Noor");
  expect(numberOf("nl", 1234.5)).toBe("1.234,5");
});

test("the browser's first language that the program speaks is taken, else Dutch", () => {
  expect(languageFor(["tr-TR", "en-US"])).toBe("en");
  expect(languageFor(["fr-FR"])).toBe("nl");
  expect(dirOf("ar")).toBe("rtl");
});
