import type { EntryId, RecordId } from "../domain/ids.ts";
import { rowFields, rowKind } from "../domain/rows.ts";
import type { Command } from "./command.ts";
import { type FieldValues, recordChanges } from "./records.ts";

/** A row of a repeating group, new or changed, in the voice of who says it. */
export const writeRow: Command<{
  readonly instrument: string;
  readonly group: string;
  readonly run: RecordId;
  readonly row?: RecordId;
  readonly values: FieldValues;
  readonly over?: { readonly [field: string]: readonly EntryId[] };
}> = {
  intent: "rowWritten",
  inTogether: true,
  plan: ({ instrument, group, run, row, values, over }, setting) => {
    const id = row ?? setting.newRecord();
    const isNew = !setting.file.records.has(id);
    const place = isNew ? { [rowFields.of]: run, [rowFields.group]: group } : {};
    return recordChanges(rowKind(instrument, group), id, { ...place, ...values }, isNew).map((change) => {
      const seen = over?.[change.field];
      return seen ? { ...change, over: seen } : change;
    });
  },
};
