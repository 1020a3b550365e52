import { overAt, valueAt } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { EntryId, RecordId } from "../domain/ids.ts";
import type { Command } from "./command.ts";

/** "2 versies": one value replaces all that stand there. Settling is itself an entry. */
export const settle: Command<{ readonly record: RecordId; readonly field: string; readonly value: Value }> = {
  intent: "settled",
  inTogether: false,
  plan: ({ record, field, value }) => [{ record, field, value }],
};

/**
 * Takes the last writing in a place back by writing what stood there before. Nothing is erased.
 * Refused where somebody else has written there since.
 */
export const undo: Command<{
  readonly record: RecordId;
  readonly field: string;
  readonly entry: EntryId;
  readonly before: Value;
}> = {
  intent: "undone",
  inTogether: true,
  plan: ({ record, field, entry, before }, { file }) => {
    const heads = overAt(file, record, field);
    if (heads.length !== 1 || heads[0] !== entry) return { refused: "movedOn" };
    if (valueAt(file, record, field) === undefined) return { refused: "movedOn" };
    return [{ record, field, value: before }];
  },
};
