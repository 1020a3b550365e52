import type { CaseId, RecordId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";
import { currentWorld } from "./current.ts";
import { draftKeyOf, forgetDraft, rememberDraft } from "./drafts.ts";
import type { Handed } from "./state.ts";

/**
 * A hand-over that is going on lies sealed among the family's drafts: who holds the tablet, what lies before them and
 * where they are. When the browser is killed in a family's hands, the visit can go on from there. Nothing of it is in
 * the clear, and it goes when the worker takes the tablet back.
 */
const place = { record: "handed", field: "handed", voice: "worker" } as const;

const keyOf = (caseId: CaseId): string => draftKeyOf(caseId, place.record, place.field, place.voice);

/** Not awaited by a screen: what cannot be kept is only asked again. */
export async function keepHanded(handed: Handed): Promise<void> {
  const content: DraftContent = {
    version: 1,
    ...place,
    heads: [],
    text: JSON.stringify(handed),
    wall: Date.now(),
  };
  rememberDraft(handed.case, keyOf(handed.case), content);
  await currentWorld()
    .journal.saveDraft(handed.case, keyOf(handed.case), content)
    .catch(() => undefined);
}

export async function forgetHanded(caseId: CaseId): Promise<void> {
  forgetDraft(caseId, keyOf(caseId));
  await currentWorld()
    .journal.dropDraft(caseId, keyOf(caseId))
    .catch(() => undefined);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** What an earlier version kept may lack something: then nothing is offered. */
function handedFrom(text: string, caseId: CaseId): Handed | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read) || read.case !== caseId) return undefined;
  const isWhole =
    typeof read.person === "string" && typeof read.language === "string" && Array.isArray(read.tools);
  return isWhole ? (read as Handed) : undefined;
}

/** Pages behind which nothing is left to do for the person who holds the tablet. */
const last: ReadonlySet<string> = new Set(["thanks", "stopped", "red"]);

/** The hand-over that was broken off in this visit, from where it was broken off; nothing where it had come to its end. */
export function interruptedIn(
  drafts: ReadonlyMap<string, DraftContent> | undefined,
  caseId: CaseId,
  visit: RecordId,
): Handed | undefined {
  const kept = drafts?.get(keyOf(caseId));
  const handed = kept && handedFrom(kept.text, caseId);
  if (handed?.visit !== visit) return undefined;
  return last.has(handed.at?.page ?? "") ? handed.next : handed;
}
