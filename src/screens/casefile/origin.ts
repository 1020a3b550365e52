import type { CaseFile } from "../../domain/casefile.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { visitOf } from "../../domain/visit.ts";

/** What is known of where a value came from: a head of the case file, or an entry of the journal. */
export type Origin = {
  readonly voice: RecordId;
  readonly author: RecordId;
  readonly means: Means;
  readonly wall: number;
  readonly visit?: RecordId;
};

/** When something stands: when its visit began, else the device's clock. A visit that is still to come dates nothing. */
export function dayOfOrigin(file: CaseFile, origin: Pick<Origin, "visit" | "wall">): Date {
  const begunAt = origin.visit ? visitOf(file, origin.visit).begunAt : undefined;
  return new Date(begunAt ?? origin.wall);
}
