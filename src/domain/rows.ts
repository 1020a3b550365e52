import { type CaseFile, existsField, headAt, recordsOf, valueAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

/**
 * Rows of repeating groups are records of their own. Most are of kind `row` and name the run and group that they
 * stand in; those that the rest of the program speaks of by name have a kind of their own.
 */
const namedKinds: { readonly [group: string]: string } = {
  "goals-specific/sentence-starter": "goal",
  "irritation-diary/columns": "moment",
  "signs-of-safety/map": "card",
  "case-persons/fields": "person",
};

/** Fields by which a row says where it stands. */
export const rowFields = { of: "of", group: "group" } as const;

export const rowKind = (instrument: string, group: string): string =>
  namedKinds[`${instrument}/${group}`] ?? "row";

/** The case's goals, cards and people are one list, whoever opens it; all other rows belong to their run. */
const isOfCase = (kind: string): boolean => kind === "goal" || kind === "card" || kind === "person";

/** Rows of a group in the order of writing: of this run, or of the whole case where its kind is the case's. */
export function rowsOf(
  file: CaseFile,
  instrument: string,
  group: string,
  run: RecordId,
): readonly RecordId[] {
  const kind = rowKind(instrument, group);
  const rows = recordsOf(file, kind);
  if (isOfCase(kind)) return rows;
  return rows.filter(
    (row) =>
      valueAt(file, row, rowFields.of) === run &&
      (kind !== "row" || valueAt(file, row, rowFields.group) === group),
  );
}

/** In whose voice a row was begun. */
export const rowVoice = (file: CaseFile, row: RecordId): RecordId | undefined =>
  headAt(file, row, existsField)?.voice;
