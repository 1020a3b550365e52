import type { CaseFile, Head } from "./casefile.ts";
import { headsAt } from "./casefile.ts";
import type { Unsaid } from "./entry.ts";
import type { RecordId, RunKey } from "./ids.ts";
import { fields } from "./instrument.ts";
import { runsOf, scoreFrom } from "./run.ts";
import { maySee, type Viewer } from "./sight.ts";
import { visitOf, visitTime } from "./visit.ts";

/** One score in time. It stands at its visit's time, else where the clock of the device said (marked doubtful). */
export type TrendPoint = {
  readonly value: number | Unsaid;
  /** Milliseconds since 1970, or a local date as it was written down. */
  readonly at: number | string;
  readonly doubtful: boolean;
  readonly visit?: RecordId;
  readonly head: Head;
};

export type TrendLine = { readonly voice: RecordId; readonly points: readonly TrendPoint[] };

/**
 * R-scale-repeat-compare: scores over time and per person, the family beside the professionals, never an average.
 * Only what the viewer may see is in it.
 */
export function trendOf(
  file: CaseFile,
  what: { readonly instrument: string; readonly items: readonly string[]; readonly about?: RecordId },
  viewer: Viewer,
): readonly TrendLine[] {
  const lines = new Map<RecordId, TrendPoint[]>();
  const like: Partial<RunKey> = {
    instrument: what.instrument,
    ...(what.about ? { about: what.about } : {}),
  };
  for (const run of runsOf(file, like)) {
    for (const item of what.items) {
      for (const head of headsAt(file, run.id, fields.answer(item))) {
        const value = scoreFrom(head.value);
        if (value === undefined || !maySee(file, run.id, head, viewer)) continue;
        const time = run.visit ? visitTime(visitOf(file, run.visit)) : undefined;
        const points = lines.get(run.voice) ?? [];
        points.push({
          value,
          at: time ?? head.wall,
          doubtful: time === undefined,
          ...(run.visit ? { visit: run.visit } : {}),
          head,
        });
        lines.set(run.voice, points);
      }
    }
  }
  return [...lines].map(([voice, points]) => ({
    voice,
    points: points.sort((a, b) => a.head.lamport - b.head.lamport),
  }));
}

/** Items of the safety scale: the family's and the professionals' scores are asked apart and shown side by side. */
export const safetyScale = {
  instrument: "signs-of-safety",
  items: ["safety-score-family", "safety-score-professional"],
} as const;

export const progressScale = {
  instrument: "signs-of-safety",
  items: ["progress-score-family", "progress-score-professional"],
} as const;

export const goalScale = { instrument: "scaling-questions", items: ["goal-score"] } as const;
