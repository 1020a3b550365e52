import { type CaseFile, existsField, isAlive, kindOf } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { cardFields, goalFields, noteFields } from "../../domain/plan.ts";
import { rowFields } from "../../domain/rows.ts";
import { runKeyField } from "../../domain/run.ts";

/** Kinds of records that hold what people said; a visit, a person or a sheet is the worker's own bookkeeping. */
const spoken: ReadonlySet<string> = new Set(["run", "row", "card", "goal", "note", "moment"]);

const beside: ReadonlySet<string> = new Set([
  existsField,
  runKeyField,
  rowFields.of,
  rowFields.group,
  fields.done(),
  cardFields.column,
  cardFields.order,
  cardFields.about,
  noteFields.mark,
  noteFields.saidBy,
  goalFields.owner,
  goalFields.group,
]);

/** Does the field only go beside what was said: what the record is, who may see it, how far it has come? */
export const isBeside = (field: string): boolean =>
  beside.has(field) || field.startsWith(fields.mayKnow("")) || field.endsWith("/done");

/** Is it a record that stands, of a kind in which people are heard? */
export const holdsWords = (file: CaseFile, record: RecordId): boolean =>
  spoken.has(kindOf(file, record) ?? "") && isAlive(file, record);
