import { type CaseFile, headAt, valueAt } from "./casefile.ts";
import type { Place } from "./entry.ts";
import type { RecordId } from "./ids.ts";
import { fields } from "./instrument.ts";
import { isWorkerVoice, mayAllSee } from "./sight.ts";

/** A sheet that stayed behind is a record of its own: for whom it was, how it was made, and which lines stood on it. */
export const leftSheetKind = "left-sheet";

export const leftSheetFields = {
  visit: "visit",
  for: (person: string): string => `for/${person}`,
  /** One of `leftWays`. */
  way: "way",
  /** Who may find it, as it was thought then, and whether that can give danger: "yes" | "no" | "unknown". */
  finder: (person: string): string => `finder/${person}`,
  danger: "danger",
  /** The places whose words stood on it, each with the entry that stood there then. */
  lines: "lines",
} as const;

/** Copied by hand at the table, printed, or chosen at the table and printed at the office. */
export const leftWays = ["copied", "printed", "later"] as const;
export type LeftWay = (typeof leftWays)[number];

export const dangers = ["yes", "no", "unknown"] as const;
export type Danger = (typeof dangers)[number];

/** What was chosen to stay behind, as `visitFields.leavesBehind` holds it. */
export type LeavesBehind = "sheet" | "nothing";

export type Sharing = "given" | "ask" | "kept";

const rank: readonly Sharing[] = ["given", "ask", "kept"];

function sharingOf(file: CaseFile, { record, field }: Place, readers: readonly RecordId[]): Sharing {
  const head = headAt(file, record, field);
  if (!head) return "given";
  if (mayAllSee(file, record, head, readers)) return "given";
  const isRefused = readers.some((id) => valueAt(file, record, fields.mayKnow(id)) === false);
  return isWorkerVoice(file, head.voice) && !isRefused ? "ask" : "kept";
}

/**
 * May these places stand on a sheet for all of these readers? `given`: their own words, or shared with every one of
 * them. `ask`: words of a worker, who by choosing them lets these readers know. `kept`: somebody else's words that were
 * not shared; they stay here.
 */
export const sharingOfAll = (
  file: CaseFile,
  places: readonly Place[],
  readers: readonly RecordId[],
): Sharing =>
  readers.length === 0
    ? "kept"
    : (rank[Math.max(0, ...places.map((place) => rank.indexOf(sharingOf(file, place, readers))))] ?? "kept");
