import type { Run as Write } from "../../app/useCase.ts";
import type { How, Outcome } from "../../commands/door.ts";
import { layCard, writeGoal, writeMoment } from "../../commands/plan.ts";
import { writeRow } from "../../commands/rows.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import type { EntryId, RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { goalFields } from "../../domain/plan.ts";
import { rowFields, rowKind } from "../../domain/rows.ts";

type Where = {
  readonly file: CaseFile;
  readonly instrument: Instrument;
  readonly group: string;
  readonly run: RecordId;
  readonly voice: RecordId;
  readonly worker: RecordId;
};

type Writing = { readonly write: Write; readonly how: How; readonly over?: readonly EntryId[] };

/** Writes a row by the verb of its kind: a goal, a moment of the diary and a card say in the timeline what they are. */
export function writeRowAs(
  where: Where,
  row: RecordId | undefined,
  values: { readonly [field: string]: Value },
  { write, how, over }: Writing,
): Promise<Outcome> {
  const { file, instrument, group, run, voice, worker } = where;
  const kind = rowKind(instrument.id, group);
  const named = row ? { record: row } : {};
  // A row may have its name before its first words are written.
  const isNew = row === undefined || !file.records.has(row);
  const first = Object.keys(values)[0];
  const seen = over && first ? { over: { [first]: over } } : {};
  if (kind === "goal") {
    // A goal that somebody says is that person's own until it is given to another.
    const owner = !isNew || voice === worker ? {} : { [goalFields.owner]: voice };
    return write(writeGoal, { ...named, values: { ...owner, ...values }, ...seen }, how);
  }
  if (kind === "moment") {
    const place = isNew ? { [rowFields.of]: run } : {};
    return write(writeMoment, { ...named, values: { ...place, ...values }, ...seen }, how);
  }
  if (kind === "card") return write(layCard, { ...named, values, ...seen }, how);
  return write(
    writeRow,
    { instrument: instrument.id, group, run, ...(row ? { row } : {}), values, ...seen },
    how,
  );
}
