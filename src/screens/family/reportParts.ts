import { type CaseFile, existsField, headAt, recordsOf, valueAt } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { instruments } from "../../domain/instruments/list.ts";
import { rowFields } from "../../domain/rows.ts";
import { isAnswered, type Run, runKeyField, runsOf } from "../../domain/run.ts";

export const reportParts = [
  "people",
  "safety",
  "agreements",
  "goals",
  "map",
  "answers",
  "visits",
  "notes",
] as const;
export type ReportPartId = (typeof reportParts)[number];

export type ReportAnswer = { readonly record: RecordId; readonly field: string; readonly value: Value };

const isLeftOut = (field: string): boolean =>
  field === existsField ||
  field === runKeyField ||
  field === rowFields.of ||
  field === rowFields.group ||
  field === "key" ||
  field.startsWith(fields.mayKnow(""));

function answersIn(file: CaseFile, record: RecordId): readonly ReportAnswer[] {
  const found: ReportAnswer[] = [];
  for (const field of file.records.get(record)?.keys() ?? []) {
    const value = headAt(file, record, field)?.value;
    if (isLeftOut(field) || value === undefined || !isAnswered(value) || value === false) continue;
    found.push({ record, field, value });
  }
  return found;
}

/** Everything that was answered, run by run in the order of the method; runs without an answer are left out. */
export function answeredRuns(
  file: CaseFile,
): readonly { readonly run: Run; readonly answers: readonly ReportAnswer[] }[] {
  const rows = [...recordsOf(file, "row"), ...recordsOf(file, "moment")];
  return instruments
    .flatMap((instrument) => runsOf(file, { instrument: instrument.id }))
    .map((run) => ({
      run,
      answers: [run.id, ...rows.filter((row) => valueAt(file, row, rowFields.of) === run.id)].flatMap((id) =>
        answersIn(file, id),
      ),
    }))
    .filter(({ answers }) => answers.length > 0);
}
