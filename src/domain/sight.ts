import { type CaseFile, type Head, valueAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";
import { fields } from "./instrument.ts";
import { workersOf } from "./people.ts";

/**
 * Who may see an answer, within one family. The default is workers only; a person sees what is in their own voice,
 * and another's only with that other's recorded permission. The permission stands with the record (a run, a goal, a
 * card), one place per person, and may be taken back.
 */
export type Viewer = { readonly kind: "worker" } | { readonly kind: "person"; readonly id: RecordId };

export const workerView: Viewer = { kind: "worker" };

export function maySee(file: CaseFile, record: RecordId, head: Head, viewer: Viewer): boolean {
  if (viewer.kind === "worker" || head.voice === viewer.id) return true;
  const recorded = valueAt(file, record, fields.mayKnow(viewer.id));
  if (typeof recorded === "boolean") return recorded;
  return head.audience?.includes(viewer.id) ?? false;
}

/** May all of these persons see it? For a sheet or a side-by-side view that lies open before several people. */
export const mayAllSee = (
  file: CaseFile,
  record: RecordId,
  head: Head,
  persons: readonly RecordId[],
): boolean => persons.every((id) => maySee(file, record, head, { kind: "person", id }));

/** Is this voice a worker's? A worker's own words are shown to a family by the same permission as anybody's. */
export const isWorkerVoice = (file: CaseFile, voice: RecordId): boolean =>
  workersOf(file).some((worker) => worker.id === voice);
