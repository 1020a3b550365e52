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

/** Room at the end of the lines for the longest name, but never half of the width: the lines say the most. */
const labelRoom = (series: readonly TrendSeries[], width: number): number =>
  Math.min(width * 0.45, nameStart + 6 + letter * Math.max(4, ...series.map((one) => [...one.name].length)));

/** A name as it fits beside its line; what is too long ends in "…", and stands whole in the table. */
export function nameThatFits(name: string, room: number): string {
  const letters = [...name];
  const fitting = Math.max(2, Math.floor((room - nameStart) / letter));
  if (letters.length <= fitting) return name;
  return `${letters
    .slice(0, fitting - 1)
    .join("")
    .trimEnd()}…`;
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

/** Lines of equal values run beside each other instead of under each other: pixels up or down, by the line's number. */
export const nudgeOf = (index: number, count: number): number => (index - (count - 1) / 2) * 3;

/** How many marks stand under one day at most. */
export function mostMarksOnADay(series: readonly TrendSeries[]): number {
  const perDay = new Map<string, number>();
  for (const point of series.flatMap((one) => one.points)) {
    if (point.mark) perDay.set(point.date, (perDay.get(point.date) ?? 0) + 1);
  }
  return Math.max(0, ...perDay.values());
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
