import type { Outcome } from "../../commands/door.ts";
import { existsField } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";

/** The record that a command made, where it made one of this kind. */
export function createdRecord(outcome: Outcome, kind: string): RecordId | undefined {
  if (!outcome.ok) return undefined;
  return outcome.entry?.ops.find((op) => op.field === existsField && op.value === kind)?.record;
}
