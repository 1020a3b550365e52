import { isHalfTyped } from "../../app/useHalfTyped.ts";
import { type TextHandle, useText } from "../../app/useText.ts";
import type { Outcome } from "../../commands/door.ts";
import { moveCard } from "../../commands/plan.ts";
import { removeRecord } from "../../commands/records.ts";
import { type CaseFile, headsAt, valueAt } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import { type RecordId, runId } from "../../domain/ids.ts";
import { type Instrument, itemOf, voicesOf } from "../../domain/instrument.ts";
import { cardFields, type MapColumn, mapColumns } from "../../domain/plan.ts";
import { rowKind, rowsOf, rowVoice } from "../../domain/rows.ts";
import type { Row, RunHost } from "../../instrument/host.ts";
import { mapCardsOf, orderBefore } from "../../instrument/mapCards.ts";
import { type HostNeeds, howOf, type Typed } from "./hostNeeds.ts";
import { writeRowAs } from "./writeRow.ts";

type RowParts = Pick<RunHost, "rows" | "writeRow" | "removeRow" | "useRowText">;

/** The rows of a run, each a record of its own, and how they are written. */
export function rowsOfHost(needs: HostNeeds, run: RecordId): RowParts {
  const { file, instrument } = needs;
  const rowsIn = (group: string): readonly Row[] =>
    rowsOf(file, instrument.id, group, run).map((row) => rowFrom(file, row));
  return {
    rows: rowsIn,
    writeRow: (group, row, values) => void writeRow(needs, group, row, values),
    removeRow: (row) => void needs.write(removeRecord, { record: row }, howOf(needs)),
    useRowText: function useTextOfRow(group, row, field): TextHandle {
      const isCard = rowKind(instrument.id, group) === "card" && row === undefined;
      return useText({
        caseId: file.case,
        record: row ?? `new-${instrument.id}-${group}`,
        field,
        voice: needs.key.voice,
        save: (text, how) => {
          if (isCard) return layCardAt(needs, group, columnOf(field), text, how);
          return writeRow(needs, group, row, { [field]: text === "" ? null : text }, how);
        },
      });
    },
  };
}

const columnOf = (field: string): MapColumn => mapColumns.find((one) => one === field) ?? "goes-well";

function rowFrom(file: CaseFile, row: RecordId): Row {
  const voice = rowVoice(file, row);
  return {
    id: row,
    value: (field) => valueAt(file, row, field),
    heads: (field) => headsAt(file, row, field),
    fieldsUnder: (prefix) =>
      [...(file.records.get(row)?.keys() ?? [])].filter((field) => field.startsWith(prefix)),
    ...(voice ? { voice } : {}),
    isHalfTyped: isHalfTyped(file.case, row),
  };
}

function layCardAt(
  needs: HostNeeds,
  group: string,
  column: MapColumn,
  text: string,
  extra: Typed,
): Promise<Outcome> {
  const rows = rowsOf(needs.file, needs.instrument.id, group, runId(needs.file.case, needs.key));
  const cards = mapCardsOf(rows.map((row) => rowFrom(needs.file, row)));
  const order = orderBefore(cards, { card: "", column, before: null });
  // The draft's own heads are those of the composer, which no card replaces.
  const { clearsDraft } = extra;
  return writeRow(
    needs,
    group,
    undefined,
    { [cardFields.text]: text, [cardFields.column]: column, [cardFields.order]: order },
    clearsDraft ? { clearsDraft } : {},
  );
}

/** What only a worker may say of a row is the worker's, also in a row of somebody else. */
function isWorkersOnly(instrument: Instrument, field: string): boolean {
  const [first, second] = field.split("/");
  const found = itemOf(instrument, second ?? first ?? "") ?? itemOf(instrument, first ?? "");
  if (found) return !voicesOf(found.group, found.item).some((voice) => voice !== "worker");
  return field === "group";
}

function writeRow(
  needs: HostNeeds,
  group: string,
  row: RecordId | undefined,
  values: { readonly [field: string]: Value },
  extra: Typed = {},
): Promise<Outcome> {
  const { file, instrument, key, worker, write } = needs;
  const names = Object.keys(values);
  const isOfWorker = names.length > 0 && names.every((field) => isWorkersOnly(instrument, field));
  const own = row ? (rowVoice(file, row) ?? key.voice) : key.voice;
  const how = {
    ...howOf(needs, isOfWorker ? worker : own),
    ...(extra.clearsDraft ? { clearsDraft: extra.clearsDraft } : {}),
  };
  const order = values[cardFields.order];
  const isMove = row && names.length === 2 && typeof order === "number";
  return isMove
    ? write(moveCard, { card: row, column: columnOf(String(values[cardFields.column])), order }, how)
    : writeRowAs(
        { file, instrument, group, run: runId(file.case, key), voice: key.voice, worker },
        row,
        values,
        {
          write,
          how,
          ...(row && extra.over ? { over: extra.over } : {}),
        },
      );
}
