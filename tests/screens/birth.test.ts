import { describe, expect, test } from "vitest";
import { isReadable } from "../../src/screens/casefile/isReadable.ts";
import { isLikelyYear } from "../../src/screens/casefile/when.ts";
import { birthFrom, isNoDay, latestTime } from "../../src/screens/family/birth.ts";
import { newCase } from "../domain/caseBuilder.ts";

const now = new Date(2026, 10, 26, 15, 41);

describe("a birth date", () => {
  test.each([
    ["4-3-2019", "2019-03-04"],
    ["ongeveer 2019", "~2019"],
    ["7 jaar", "~2019"],
    ["maart, zegt oma", "maart, zegt oma"],
    ["29-2-2023", "29-2-2023"],
    ["31-2-2019", "31-2-2019"],
    ["٢٠١٩", "٢٠١٩"],
    ["约2019年", "约2019年"],
    ["👶", "👶"],
    ["", ""],
  ])("%s is kept", (typed, stored) => {
    expect(birthFrom(typed, now)).toEqual({ ok: true, stored });
  });

  test.each([
    ["2099", "futureDate"],
    ["27-11-2026", "futureDate"],
    ["ongeveer 2031", "futureDate"],
    ["9999", "futureDate"],
    ["0000", "tooLongAgo"],
    ["4-3-0019", "tooLongAgo"],
    ["ongeveer 1066", "tooLongAgo"],
  ])("%s is refused with a sentence", (typed, refused) => {
    expect(birthFrom(typed, now)).toEqual({ ok: false, refused });
  });

  test("that is written as a day which no calendar has is kept, and it is said", () => {
    expect(isNoDay("31-2-2019")).toBe(true);
    expect(isNoDay("ongeveer 32/1/2019")).toBe(true);
    expect(isNoDay("2019-03-04")).toBe(false);
    expect(isNoDay("~2019")).toBe(false);
    expect(isNoDay("maart, zegt oma")).toBe(false);
  });
});

test("a clock that stands years back does not make a child unborn where entries tell otherwise", async () => {
  const family = await newCase();
  const wrong = new Date(2015, 0, 1);
  expect(birthFrom("2019", wrong)).toEqual({ ok: false, refused: "futureDate" });
  expect(birthFrom("2019", latestTime(family.file(), wrong))).toEqual({ ok: true, stored: "2019" });
});

test("a clock that stands years ahead refuses nothing", () => {
  const wrong = new Date(2041, 0, 1);
  expect(birthFrom("4-3-2019", wrong)).toEqual({ ok: true, stored: "2019-03-04" });
  expect(isLikelyYear("2026-12-01T10:00")).toBe(true);
});

test("a visit is never planned in a year that was half typed", () => {
  for (const at of ["0002-12-01T10:00", "0202-12-01T10:00", "20266-12-01T10:00", "1926-12-01T10:00"]) {
    expect(isLikelyYear(at), at).toBe(false);
  }
});

test("a name is anything that can be seen", () => {
  for (const name of ["نور", "诺尔", "Yılmaz", "é", "👩‍👧", "N", "?", "X Æ A-12"])
    expect(isReadable(name), name).toBe(true);
  for (const name of ["", "  ", "\u200b", "\u202e \u2066", "\u00a0\t\n"])
    expect(isReadable(name)).toBe(false);
});
