import { existsField, removalOf } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { EntryId, RecordId } from "../domain/ids.ts";
import type { Change, Command, Setting } from "./command.ts";

/** Fields of a record as a screen hands them in; an absent one is left as it stands. */
export type FieldValues = { readonly [field: string]: Value | undefined };

/** A new record of a kind, or further fields of one that stands. */
export function recordChanges(
  kind: string,
  record: RecordId,
  values: FieldValues,
  isNew: boolean,
): readonly Change[] {
  const birth: Change[] = isNew ? [{ record, field: existsField, value: kind }] : [];
  const rest = Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [{ record, field, value }],
  );
  return [...birth, ...rest];
}

export type WriteArgs = {
  readonly record?: RecordId;
  readonly values: FieldValues;
  /** By field: the heads that the writer saw when the typing began, where they may have moved since. */
  readonly over?: { readonly [field: string]: readonly EntryId[] };
};

/** The common shape of "write a record of this kind": a new one where none is named, else further fields of it. */
export const writeRecord = (kind: string, intent: string, inTogether = false): Command<WriteArgs> => ({
  intent,
  inTogether,
  plan: ({ record, values, over }, setting: Setting) => {
    const id = record ?? setting.newRecord();
    return recordChanges(kind, id, values, !setting.file.records.has(id)).map((change) => {
      const seen = over?.[change.field];
      return seen ? { ...change, over: seen } : change;
    });
  },
});

/** Removes a record from view. Its entries stay; what somebody wrote in it unseen brings it back as a conflict. */
export const removeRecord: Command<{ readonly record: RecordId }> = {
  intent: "removed",
  inTogether: true,
  plan: ({ record }, { file }) => [{ record, field: existsField, value: removalOf(file, record) }],
};
