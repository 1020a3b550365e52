import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { type Run, runsOf, standingOf, unansweredOf } from "../../domain/run.ts";

export type OpenRun = { readonly run: Run; readonly instrument: Instrument; readonly open: number };

/** Runs of this visit that were begun, and how much in them was left open. Those that are done ask for nothing. */
export function openRunsOf(file: CaseFile, visit: RecordId): readonly OpenRun[] {
  return runsOf(file, { visit }).flatMap((run) => {
    const instrument = instrumentById(run.instrument);
    if (!instrument || standingOf(file, run.id) !== "busy") return [];
    const open = unansweredOf(file, instrument, run.id).length;
    return open > 0 ? [{ run, instrument, open }] : [];
  });
}
