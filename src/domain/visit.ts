import { type CaseFile, recordsOf, textAt, valueAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

export const visitFields = {
  /** Local date and time as written: `2026-11-26T15:30`, or only a date. */
  plannedAt: "planned-at",
  location: "location",
  /** A tool that was laid out beforehand, and its place in the order; `false` when taken away again. */
  tool: (instrument: string): string => `tools/${instrument}`,
  /** A tool that was looked at together stays lit. */
  lit: (instrument: string): string => `lit/${instrument}`,
  with: (person: string): string => `with/${person}`,
  /** Milliseconds since 1970, as the tablet's clock had it. */
  begunAt: "begun-at",
  finishedAt: "finished-at",
  /** Who could look or listen along while this person answered this tool: "nobody", "unknown", or ids of persons. */
  listening: (person: string, instrument: string): string => `listening/${person}/${instrument}`,
  childWantsTold: "child-wants-told",
  leavesBehind: "leaves-behind",
  /** "right" | "different" | "added": what the parent said of her own words at the end. */
  ownWords: (person: string): string => `own-words/${person}`,
} as const;

export type Visit = {
  readonly id: RecordId;
  readonly plannedAt: string;
  readonly location: string;
  readonly begunAt?: number;
  readonly finishedAt?: number;
  readonly phase: "prepare" | "table" | "finished";
};

export function visitOf(file: CaseFile, id: RecordId): Visit {
  const begunAt = valueAt(file, id, visitFields.begunAt);
  const finishedAt = valueAt(file, id, visitFields.finishedAt);
  const isFinished = typeof finishedAt === "number";
  const isBegun = typeof begunAt === "number";
  return {
    id,
    plannedAt: textAt(file, id, visitFields.plannedAt),
    location: textAt(file, id, visitFields.location),
    ...(isBegun ? { begunAt } : {}),
    ...(isFinished ? { finishedAt } : {}),
    phase: isFinished ? "finished" : isBegun ? "table" : "prepare",
  };
}

/** Where a visit stands in time: when it began, else when it is planned (local), else unknown (`undefined`). */
export function visitTime(visit: Visit): number | string | undefined {
  return visit.begunAt ?? (visit.plannedAt || undefined);
}

/** All visits, in the order of writing. */
export function visitsOf(file: CaseFile): readonly Visit[] {
  return recordsOf(file, "visit").map((id) => visitOf(file, id));
}

/** The visit that is going on at the table, if any; the one begun last where there are several. */
export function openVisitOf(file: CaseFile): Visit | undefined {
  return visitsOf(file)
    .filter((visit) => visit.phase === "table")
    .sort((a, b) => (b.begunAt ?? 0) - (a.begunAt ?? 0))[0];
}

/** Tools laid out for a visit, in their order. */
export function toolsOf(file: CaseFile, visit: RecordId): readonly string[] {
  const laid: { readonly tool: string; readonly order: number }[] = [];
  for (const field of file.records.get(visit)?.keys() ?? []) {
    if (!field.startsWith("tools/")) continue;
    const order = valueAt(file, visit, field);
    if (typeof order === "number") laid.push({ tool: field.slice("tools/".length), order });
  }
  return laid.sort((a, b) => a.order - b.order || (a.tool < b.tool ? -1 : 1)).map((one) => one.tool);
}
