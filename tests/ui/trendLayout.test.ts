import fc from "fast-check";
import { expect, test } from "vitest";
import {
  datesOf,
  datesThatFit,
  endOf,
  marksUnder,
  namedBeside,
  nameStart,
  nudgesOf,
  spreadOut,
  trendScales,
} from "../../src/ui/trendLayout.ts";

const series = [
  { id: "e", name: "Elif", points: [{ date: "2024-09-17", value: 6 }] },
  {
    id: "n",
    name: "Noor",
    points: [
      { date: "2024-10-15", value: null, mark: "declined" as const },
      { date: "2024-09-17", value: 4 },
    ],
  },
];

test("names beside the lines never touch, and keep the order of the lines", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 250, noNaN: true }), { maxLength: 9 }), (wished) => {
      const placed = spreadOut(wished, 23, 252);
      const sorted = wished.map((height, at) => ({ height, at: placed[at] ?? Number.NaN }));
      sorted.sort((a, b) => a.height - b.height || a.at - b.at);
      for (const [index, one] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before) expect(one.at - before.at).toBeGreaterThanOrEqual(23 - 1e-9);
        expect(one.at).toBeLessThanOrEqual(252 + 1e-9);
      }
    }),
  );
});

test("a higher answer stands higher, and an older one more to the start", () => {
  const { x, y } = trendScales(series, 700);
  expect(y(7)).toBeLessThan(y(4));
  expect(x("2024-09-17")).toBeLessThan(x("2024-10-15"));
});

test("a single day stands in the middle instead of nowhere", () => {
  const { x } = trendScales(series.slice(0, 1), 700);
  expect(Number.isFinite(x("2024-09-17"))).toBe(true);
});

test("without any answer there is still a picture", () => {
  const { dates, y } = trendScales([], 700);
  expect(dates).toEqual([]);
  expect(Number.isFinite(y(5))).toBe(true);
});

test("each day stands once under the trend, in order", () => {
  expect(datesOf(series)).toEqual(["2024-09-17", "2024-10-15"]);
});

test("dates that would touch are left out, and never the newest", () => {
  const places: Record<string, number> = { a: 0, b: 40, c: 100, d: 120 };
  expect(datesThatFit(["a", "b", "c", "d"], (date) => places[date] ?? 0, 76)).toEqual(["b", "d"]);
});

test("marks that would touch stand one above the other, also where their times are an hour apart", () => {
  expect(marksUnder([100, 100, 104, 300, 310], 96)).toEqual([0, 1, 2, 0, 1]);
  expect(marksUnder([], 96)).toEqual([]);
});

test("only equal answers of one day make room for each other; each other point stands at its own number", () => {
  const of = (id: string, ...points: { date: string; value: number }[]) => ({ id, name: id, points });
  const lines = [
    of("a", { date: "2024-09-17", value: 4 }, { date: "2024-10-15", value: 6 }),
    of("b", { date: "2024-09-17T14:30", value: 4 }, { date: "2024-10-15", value: 5 }),
    of("c", { date: "2024-11-01", value: 4 }),
  ];
  const nudges = nudgesOf(lines);
  expect(lines.map(({ points }) => points.map((point) => nudges.get(point)))).toEqual([
    [-1.5, 0],
    [1.5, 0],
    [0],
  ]);
});

test("a line ends at its last number by time, and says what was answered after it", () => {
  const bram = {
    id: "b",
    name: "Bram",
    points: [
      { date: "2024-11-26", value: null, mark: "unknown" as const },
      { date: "2024-10-15", value: 7 },
      { date: "2024-09-17", value: 6 },
    ],
  };
  const dates = datesOf([bram]);
  expect(endOf(bram, dates)).toEqual({ last: bram.points[1], ending: bram.points[0], isNewest: false });
  const before = { ...bram, points: bram.points.slice(1) };
  expect(endOf(before, dates)).toEqual({ last: bram.points[1], ending: undefined, isNewest: false });
  expect(endOf(before, datesOf([before])).isNewest).toBe(true);
});

test("a name beside its line stays whole within the picture, also on a phone; one too long stands beneath", () => {
  for (const width of [280, 310, 350, 720]) {
    for (const name of ["Elif", "oma Sevim", "juf Anouk", "Willemijn-Alexandra van der Horst"]) {
      const line = { id: "a", name, points: [{ date: "2024-09-17", value: 6 }] };
      const { end, beside } = trendScales([line], width);
      // Ten pixels hold the widest of the letters that names are mostly made of.
      if (beside.includes(line)) expect(end + nameStart + 10 * name.length).toBeLessThanOrEqual(width);
      if (name.length < 10 && width >= 310) expect(beside).toContain(line);
    }
  }
  const long = { id: "b", name: "Willemijn-Alexandra", points: [{ date: "2024-09-17", value: 6 }] };
  expect(namedBeside([long], 310)).toEqual([]);
});
