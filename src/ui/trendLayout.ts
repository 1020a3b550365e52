import { scaleLinear, scaleUtc } from "d3-scale";

/** `unknown`: "weet ik niet". `declined`: "zeg ik liever niet". Neither is a number, and neither is nothing. */
export type TrendMark = "unknown" | "declined";

export type TrendPoint = {
  /** `2024-11-26`, or with a time behind it. */
  readonly date: string;
  /** 0 to 10; null where nothing was answered. */
  readonly value: number | null;
  readonly mark?: TrendMark | undefined;
};

export type TrendSeries = {
  readonly id: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
};

export const plot = { top: 16, bottom: 252, start: 34 } as const;

/** All dates of all series, each once, oldest first. */
export function datesOf(series: readonly TrendSeries[]): string[] {
  return [...new Set(series.flatMap((one) => one.points.map((point) => point.date)))].sort();
}

/** From the end of the lines to where a name begins: a gap, and its marker. */
export const nameStart = 34;

/** A letter of a name takes about this much. A little more than most do: a name must not run off the picture. */
const letter = 10;

/** Letters that a last answer without a number takes behind a name: " ?". */
const endingLength = 2;

/** Room at the end of the lines for the longest name, but never half of the width: the lines say the most. */
const labelRoom = (series: readonly TrendSeries[], width: number): number =>
  Math.min(width * 0.45, nameStart + 6 + letter * Math.max(4, ...series.map(lengthOf)));

const lengthOf = ({ name, points }: TrendSeries): number =>
  [...name].length + (inTime(points).at(-1)?.mark ? endingLength : 0);

/** A name as it fits beside its line; what is too long ends in "…", and stands whole in the table. `ending` stays. */
export function nameThatFits(name: string, room: number, ending = ""): string {
  const letters = [...name];
  const fitting = Math.max(2, Math.floor((room - nameStart) / letter) - ending.length);
  if (letters.length <= fitting) return name + ending;
  return `${letters
    .slice(0, fitting - 1)
    .join("")
    .trimEnd()}…${ending}`;
}

export function trendScales(series: readonly TrendSeries[], width: number) {
  const dates = datesOf(series);
  const end = width - labelRoom(series, width);
  const first = new Date(dates[0] ?? 0);
  const last = new Date(dates.at(-1) ?? 0);
  const time = scaleUtc()
    .domain([first, last])
    .range([plot.start + 14, end]);
  const level = scaleLinear().domain([0, 10]).range([plot.bottom, plot.top]);
  const x = (date: string): number =>
    first.getTime() === last.getTime() ? (plot.start + end) / 2 : time(new Date(date));
  return { dates, end, room: width - end, x, y: (value: number): number => level(value) };
}

/** Dates that can be written under the axis without touching; the newest always. */
export function datesThatFit(dates: readonly string[], x: (date: string) => number, room: number): string[] {
  const fitting: string[] = [];
  for (const date of dates.toReversed()) {
    const later = fitting[0];
    if (later === undefined || x(later) - x(date) >= room) fitting.unshift(date);
  }
  return fitting;
}

export const inTime = (points: readonly TrendPoint[]): readonly TrendPoint[] =>
  points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/**
 * Equal values of one day stand beside each other instead of under each other: pixels up or down. Every other point stands
 * exactly where its value is.
 */
export function nudgesOf(series: readonly TrendSeries[]): ReadonlyMap<TrendPoint, number> {
  const places = new Map<string, { line: number; point: TrendPoint }[]>();
  for (const [line, { points }] of series.entries()) {
    for (const point of points) {
      if (point.value === null) continue;
      const place = `${point.date.slice(0, 10)} ${point.value}`;
      places.set(place, [...(places.get(place) ?? []), { line, point }]);
    }
  }
  const nudges = new Map<TrendPoint, number>();
  for (const there of places.values()) {
    const lines = [...new Set(there.map(({ line }) => line))];
    for (const { line, point } of there)
      nudges.set(point, (lines.indexOf(line) - (lines.length - 1) / 2) * 3);
  }
  return nudges;
}

/**
 * Where a line ends: at its last number. `mark`: what was answered after it, which is none. `isNewest`: nothing on the
 * picture is later, so that what leads from here to the name can't be taken for a line that goes on.
 */
export function endOf(one: TrendSeries, dates: readonly string[]) {
  const points = inTime(one.points);
  const last = points.findLast((point) => point.value !== null);
  return { last, mark: points.at(-1)?.mark, isNewest: last !== undefined && last.date === dates.at(-1) };
}

/** Marks that would touch stand one above the other: for each, how many it stands under. */
export function marksUnder(places: readonly number[], room: number): readonly number[] {
  const rows: number[] = [];
  for (const place of places) {
    const taken = rows.filter((_, before) => Math.abs((places[before] ?? 0) - place) < room);
    let row = 0;
    while (taken.includes(row)) row += 1;
    rows.push(row);
  }
  return rows;
}

/** Heights as close to the wished ones as a distance between any two allows, in the same order. */
export function spreadOut(wished: readonly number[], distance: number, floor: number): number[] {
  const order = wished.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const placed: number[] = new Array(wished.length).fill(0);
  let previous = Number.NEGATIVE_INFINITY;
  for (const one of order) {
    previous = Math.max(one.height, previous + distance);
    placed[one.index] = previous;
  }
  let next = floor + distance;
  for (const one of order.toReversed()) {
    next = Math.min(placed[one.index] ?? 0, next - distance);
    placed[one.index] = next;
  }
  return placed;
}
