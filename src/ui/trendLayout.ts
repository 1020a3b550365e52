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

/** From the end of the lines to where a name begins: room for what leads from the one to the other. */
export const nameStart = 34;

/** A letter of a name takes about this much. A little more than most do: a name must not run off the picture. */
const letter = 10;

const lengthOf = ({ name }: TrendSeries): number => [...name].length;

/**
 * Whose names stand at the end of their lines: a number on the newest day, and a name that fits there whole, in less
 * than half of the width, since the lines say the most. The others are named beneath the picture.
 */
export function namedBeside(series: readonly TrendSeries[], width: number): readonly TrendSeries[] {
  const dates = datesOf(series);
  const room = width * 0.45 - nameStart - 6;
  return series.filter((one) => endOf(one, dates).isNewest && letter * lengthOf(one) <= room);
}

/** Room at the end of the lines for the longest name that stands there. */
const labelRoom = (beside: readonly TrendSeries[]): number =>
  beside.length === 0 ? nameStart : nameStart + 6 + letter * Math.max(4, ...beside.map(lengthOf));

export function trendScales(series: readonly TrendSeries[], width: number) {
  const dates = datesOf(series);
  const beside = namedBeside(series, width);
  const end = width - labelRoom(beside);
  const first = new Date(dates[0] ?? 0);
  const last = new Date(dates.at(-1) ?? 0);
  const time = scaleUtc()
    .domain([first, last])
    .range([plot.start + 14, end]);
  const level = scaleLinear().domain([0, 10]).range([plot.bottom, plot.top]);
  const x = (date: string): number =>
    first.getTime() === last.getTime() ? (plot.start + end) / 2 : time(new Date(date));
  return { dates, beside, end, x, y: (value: number): number => level(value) };
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
      const place = `${dayIn(point.date)} ${point.value}`;
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
 * Where a line ends: at its last number. `ending`: what was answered after it, which is none. `isNewest`: nothing on the
 * picture is of a later day, so that what leads from here to the name can't be taken for a line that goes on.
 */
export function endOf(one: TrendSeries, dates: readonly string[]) {
  const points = inTime(one.points);
  const last = points.findLast((point) => point.value !== null);
  const newest = points.at(-1);
  const ending = newest?.mark ? newest : undefined;
  const isNewest = !ending && last !== undefined && dayIn(last.date) === dayIn(dates.at(-1) ?? "");
  return { last, ending, isNewest };
}

const dayIn = (date: string): string => date.slice(0, 10);

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
