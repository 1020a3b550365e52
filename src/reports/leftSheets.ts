import { type CaseFile, recordsOf, valueAt } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import { type LeftWay, leftSheetFields, leftSheetKind, leftWays } from "../domain/leftBehind.ts";
import { linesFor, type SheetLine } from "./leaveBehindLines.ts";

export type LeftSheet = {
  readonly id: RecordId;
  readonly readers: readonly RecordId[];
  readonly way: LeftWay;
  /** The lines that stood on it and that these readers may still see, as they are said now. */
  readonly lines: readonly SheetLine[];
};

const placesFrom = (value: Value | undefined): ReadonlySet<string> =>
  new Set(
    (Array.isArray(value) ? value : []).map((one: Value) => {
      const { record, field } = one as { readonly record: string; readonly field: string };
      return `${record} ${field}`;
    }),
  );

function sheetAt(file: CaseFile, id: RecordId, visit: RecordId): LeftSheet {
  const prefix = leftSheetFields.for("");
  const readers = [...(file.records.get(id)?.keys() ?? [])]
    .filter((field) => field.startsWith(prefix) && valueAt(file, id, field) === true)
    .map((field) => field.slice(prefix.length) as RecordId);
  const stood = placesFrom(valueAt(file, id, leftSheetFields.lines));
  const way = valueAt(file, id, leftSheetFields.way);
  return {
    id,
    readers,
    way: leftWays.find((one) => one === way) ?? "later",
    lines: linesFor(file, readers, visit).lines.filter((line) =>
      line.places.every(({ record, field }) => stood.has(`${record} ${field}`)),
    ),
  };
}

/** Sheets that were made in a visit. */
export const sheetsLeft = (file: CaseFile, visit: RecordId): readonly LeftSheet[] =>
  recordsOf(file, leftSheetKind)
    .filter((id) => valueAt(file, id, leftSheetFields.visit) === visit)
    .map((id) => sheetAt(file, id, visit));
