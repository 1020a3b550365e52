import { type CaseFile, existsField, kindOf, overAt, removalOf, valueAt } from "../domain/casefile.ts";
import type { Entry, Value } from "../domain/entry.ts";
import type { EntryId, RecordId } from "../domain/ids.ts";
import { runKeyField } from "../domain/run.ts";
import type { Change, Command } from "./command.ts";

/** What stood in a place before an entry was written there. `undefined`: the entry made the record. */
export type Restoring = {
  readonly record: RecordId;
  readonly field: string;
  readonly before: Value | undefined;
};

const sameIds = (a: readonly EntryId[], b: readonly EntryId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/**
 * What taking this entry back restores, with the case as it stood just before. Nothing where that is not known any more,
 * or where the entry settled several versions: those can't be written back as one.
 */
export function restoringOf(before: CaseFile, entry: Entry): readonly Restoring[] {
  // A run is found by what it is, and stays; a worker's name travels with the first entry.
  const ops = entry.ops.filter(
    (op) =>
      op.record !== entry.author &&
      op.field !== runKeyField &&
      !(op.field === existsField && op.value === "run"),
  );
  const isKnown = ops.every(
    (op) => op.over.length < 2 && sameIds(op.over, overAt(before, op.record, op.field)),
  );
  if (!isKnown) return [];
  const made = new Set(ops.filter((op) => isBirth(before, op)).map((op) => op.record));
  return ops
    .filter((op) => !made.has(op.record) || op.field === existsField)
    .map(({ record, field }) => ({
      record,
      field,
      before: made.has(record) ? undefined : (valueAt(before, record, field) ?? null),
    }));
}

const isBirth = (before: CaseFile, op: { readonly record: RecordId; readonly field: string }): boolean =>
  op.field === existsField && kindOf(before, op.record) === undefined;

/**
 * Takes a whole entry back by writing what stood in its places before; a record that it made is removed. Nothing is
 * erased. Refused where somebody has written in one of these places since.
 */
export const takeBack: Command<{ readonly entry: EntryId; readonly places: readonly Restoring[] }> = {
  intent: "undone",
  inTogether: false,
  plan: ({ entry, places }, { file }) => {
    const hasMoved = places.some(({ record, field }) => !sameIds(overAt(file, record, field), [entry]));
    if (hasMoved || places.length === 0) return { refused: "movedOn" };
    return places.map(
      ({ record, field, before }): Change => ({
        record,
        field,
        value: before === undefined ? removalOf(file, record) : before,
      }),
    );
  },
};
