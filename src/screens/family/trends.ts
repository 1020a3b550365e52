import type { CaseFile } from "../../domain/casefile.ts";
import { isUnsaid, type Unsaid } from "../../domain/entry.ts";
import { nameOf } from "../../domain/people.ts";
import type { TrendLine, TrendPoint } from "../../domain/trend.ts";
import type { TrendSeries } from "../../ui/trendLayout.ts";
import { dateFrom, dayOf } from "../casefile/when.ts";

/** The last thing that each person said of a scale, in the order in which they first did. Never an average. */
export type Latest = {
  readonly voice: TrendLine["voice"];
  readonly name: string;
  readonly point: TrendPoint;
};

/** Newest by time, and of the same day the one written last. */
const later = (a: TrendPoint, b: TrendPoint): number =>
  (dateOfPoint(a) < dateOfPoint(b) ? -1 : dateOfPoint(a) > dateOfPoint(b) ? 1 : 0) ||
  a.head.lamport - b.head.lamport;

export const dateOfPoint = (point: TrendPoint): string =>
  dayOf(dateFrom(point.at) ?? new Date(point.head.wall));

export function latestOf(file: CaseFile, lines: readonly TrendLine[]): readonly Latest[] {
  return lines.flatMap((line) => {
    const point = [...line.points].sort(later).at(-1);
    return point ? [{ voice: line.voice, name: nameOf(file, line.voice), point }] : [];
  });
}

const markOf = (value: number | Unsaid) =>
  isUnsaid(value) ? ({ mark: value.unsaid === "dontKnow" ? "unknown" : "declined" } as const) : {};

/** One line for each person, one point a day: of two on one day the later stands. */
export function seriesOf(file: CaseFile, lines: readonly TrendLine[]): readonly TrendSeries[] {
  return lines.map((line) => {
    const byDay = new Map([...line.points].sort(later).map((point) => [dateOfPoint(point), point]));
    return {
      id: line.voice,
      name: nameOf(file, line.voice),
      points: [...byDay].map(([date, point]) => ({
        date,
        value: typeof point.value === "number" ? point.value : null,
        ...markOf(point.value),
      })),
    };
  });
}

/** Is there anything to draw a line of: two days on which somebody gave an answer? */
export const hasCourse = (lines: readonly TrendLine[]): boolean =>
  new Set(lines.flatMap((line) => line.points.map(dateOfPoint))).size > 1;
