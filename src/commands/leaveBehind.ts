import { existsField, headAt, headsAt } from "../domain/casefile.ts";
import type { Place, Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import { fields } from "../domain/instrument.ts";
import {
  type Danger,
  type LeftWay,
  leftSheetFields,
  leftSheetKind,
  sharingOfAll,
} from "../domain/leftBehind.ts";
import { visitFields } from "../domain/visit.ts";
import type { Change, Command } from "./command.ts";

export type LeaveBehindArgs = {
  readonly visit: RecordId;
  readonly readers: readonly RecordId[];
  /** The places of every chosen line. */
  readonly lines: readonly (readonly Place[])[];
  readonly way: LeftWay;
  /** Who may find it, and whether that can give danger. */
  readonly finders?: readonly RecordId[];
  readonly danger?: Danger;
};

/**
 * Records which lines stay behind, and for whom. Words of somebody else that were not shared with every reader are
 * refused here, whatever a screen offered; a worker's own words are shared by being chosen.
 */
export const leaveBehind: Command<LeaveBehindArgs> = {
  intent: "leftBehind",
  inTogether: false,
  plan: ({ visit, readers, lines, way, finders = [], danger }, { file, newRecord }) => {
    if (readers.length === 0) return { refused: "readersNeeded" };
    if (lines.length === 0) return { refused: "linesNeeded" };
    const places = lines.flat();
    if (places.some(({ record, field }) => headsAt(file, record, field).length !== 1)) {
      return { refused: "movedOn" };
    }
    if (lines.some((line) => sharingOfAll(file, line, readers) === "kept")) return { refused: "notTheirs" };
    const sheet = newRecord();
    const asked = lines.filter((line) => sharingOfAll(file, line, readers) === "ask").flat();
    const shared = [...new Set(asked.map(({ record }) => record))].flatMap((record) =>
      readers.map((id): Change => ({ record, field: fields.mayKnow(id), value: true })),
    );
    const stood: Value = places.map(({ record, field }) => ({
      record,
      field,
      entry: headAt(file, record, field)?.entry ?? "",
    }));
    return [
      { record: sheet, field: existsField, value: leftSheetKind },
      { record: sheet, field: leftSheetFields.visit, value: visit },
      { record: sheet, field: leftSheetFields.way, value: way },
      { record: sheet, field: leftSheetFields.lines, value: stood },
      ...readers.map((id): Change => ({ record: sheet, field: leftSheetFields.for(id), value: true })),
      ...finders.map((id): Change => ({ record: sheet, field: leftSheetFields.finder(id), value: true })),
      ...(danger ? [{ record: sheet, field: leftSheetFields.danger, value: danger }] : []),
      ...shared,
      { record: visit, field: visitFields.leavesBehind, value: "sheet" },
    ];
  },
};

/** A sheet that was chosen at the table has been printed at the office. */
export const printSheet: Command<{ readonly sheet: RecordId }> = {
  intent: "sheetPrinted",
  inTogether: false,
  plan: ({ sheet }) => [{ record: sheet, field: leftSheetFields.way, value: "printed" }],
};
