import { expect, test } from "vitest";
import { dateFromTyped, dateOf, listOf, numberOf, storedDateOf, timeOf } from "../../src/i18n/formats.ts";
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
