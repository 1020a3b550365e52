import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateFromTyped } from "../../src/i18n/formats.ts";
import {
  birthFromAge,
  dateFrom,
  dayOf,
  daysFrom,
  isFuture,
  lastingMomentWords,
  momentOf,
  momentWords,
  typedFrom,
} from "../../src/screens/casefile/when.ts";

const now = new Date(2026, 10, 26, 15, 41);
const near = { today: "vandaag", tomorrow: "morgen", yesterday: "gisteren" };
const words = (moment: number | string | undefined): string => momentWords("nl", moment, now, near);

test("a visit is spoken of as one does at the table: today, tomorrow, a weekday", () => {
  expect(words("2026-11-26T19:00")).toBe("vandaag 19:00");
  expect(words("2026-11-27")).toBe("morgen");
  expect(words(new Date(2026, 10, 25, 16, 30).getTime())).toBe("gisteren 16:30");
  expect(words("2026-12-01T09:00")).toBe("di 1 dec 09:00");
  expect(words("2025-12-01")).toBe("ma 1 dec 2025");
});

test("on paper a day keeps its date: yesterday is another day for who reads it later", () => {
  expect(lastingMomentWords("nl", new Date(2026, 10, 25, 16, 30).getTime())).toBe(
    "25 november 2026 om 16:30",
  );
  expect(lastingMomentWords("nl", "2026-11-27")).toBe("27 november 2026");
  expect(lastingMomentWords("nl", "na de vakantie")).toBe("na de vakantie");
});

test("words that are no date stay what they are", () => {
  expect(words("na de vakantie")).toBe("na de vakantie");
  expect(words(undefined)).toBe("");
  expect(dateFrom("volgende week")).toBeUndefined();
});

test("the night in which the clock goes back is one day, not two", () => {
  expect(daysFrom(new Date(2026, 9, 24, 23), new Date(2026, 9, 26, 1))).toBe(2);
});

test("a planned moment comes back from its writing", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(2000, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true }),
      (at) => {
        expect(dayOf(dateFrom(dayOf(at)) ?? new Date(0))).toBe(dayOf(at));
        expect(momentOf(dateFrom(momentOf(at)) ?? new Date(0))).toBe(momentOf(at));
      },
    ),
  );
});

describe("a birth date", () => {
  test("that was stored is shown so that typing it again stores the same", () => {
    for (const stored of ["2019-03-04", "2019-03", "2019", "~2019", "~2019-03"]) {
      expect(dateFromTyped(typedFrom(stored, "ongeveer"))).toBe(stored);
      expect(dateFromTyped(typedFrom(stored, "about"))).toBe(stored);
    }
    expect(typedFrom("toen oma er nog was", "ongeveer")).toBe("toen oma er nog was");
  });

  test("told as an age is kept as about a year, so that the child grows older", () => {
    expect(birthFromAge("7", now)).toBe("~2019");
    expect(birthFromAge(" 7 jaar ", now)).toBe("~2019");
    expect(birthFromAge("2019", now)).toBeUndefined();
    expect(birthFromAge("een jaar of zeven", now)).toBeUndefined();
  });

  test("that is still to come is seen, however much of it is known", () => {
    expect(isFuture("2026-11-27", now)).toBe(true);
    expect(isFuture("2027", now)).toBe(true);
    expect(isFuture("~2031-02", now)).toBe(true);
    expect(isFuture("2026-11-26", now)).toBe(false);
    expect(isFuture("2026", now)).toBe(false);
    expect(isFuture("over een jaar", now)).toBe(false);
  });
});
