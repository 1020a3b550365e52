import { existsField } from "../domain/casefile.ts";
import type { RecordId } from "../domain/ids.ts";
import { visitFields } from "../domain/visit.ts";
import type { Command } from "./command.ts";
import { writeRecord } from "./records.ts";

/** A visit that is planned or prepared; fields as in `visitFields`. May stay almost empty. */
export const planVisit = writeRecord("visit", "visitPlanned");

/** The talk at the table starts. A visit that was never prepared is born here. */
export const beginVisit: Command<{ readonly visit: RecordId }> = {
  intent: "visitBegun",
  inTogether: false,
  plan: ({ visit }, { now, file }) => [
    ...(file.records.has(visit) ? [] : [{ record: visit, field: existsField, value: "visit" }]),
    { record: visit, field: visitFields.begunAt, value: now.wall },
    { record: visit, field: visitFields.finishedAt, value: null },
  ],
};

/** The visit is closed. Nothing is forced: what is unanswered stays visible as such. */
export const finishVisit: Command<{ readonly visit: RecordId }> = {
  intent: "visitFinished",
  inTogether: false,
  plan: ({ visit }, { now }) => [{ record: visit, field: visitFields.finishedAt, value: now.wall }],
};

/** A tool that was looked at together stays lit. */
export const lightTool: Command<{ readonly visit: RecordId; readonly instrument: string }> = {
  intent: "toolLit",
  inTogether: false,
  plan: ({ visit, instrument }) => [{ record: visit, field: visitFields.lit(instrument), value: true }],
};
