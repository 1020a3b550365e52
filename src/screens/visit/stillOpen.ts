import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { instruments } from "../../domain/instruments/list.ts";
import { type Run, runsOf, standingOf, unansweredOf } from "../../domain/run.ts";

export type OpenTool = {
  readonly instrument: Instrument;
  readonly open: number;
  readonly voices: readonly RecordId[];
  /** Where to go on: the first run that was left. */
  readonly first: Run;
};

/** The preparation is behind, and a decision has its own reminder. */
const notAsked: ReadonlySet<string> = new Set(["conversation-preparation", "immediate-action-decision"]);

/** Tools that were used in this visit, and how much in them was left open. What is done asks for nothing. */
export function openToolsOf(file: CaseFile, visit: RecordId): readonly OpenTool[] {
  return instruments
    .filter((instrument) => !notAsked.has(instrument.id))
    .flatMap((instrument) => {
      const runs = runsOf(file, { visit, instrument: instrument.id })
        .filter((run) => standingOf(file, run.id) === "busy")
        .map((run) => ({ run, open: unansweredOf(file, instrument, run.id).length }))
        .filter((left) => left.open > 0);
      const first = runs[0]?.run;
      if (!first) return [];
      const open = runs.reduce((sum, left) => sum + left.open, 0);
      return [{ instrument, open, first, voices: [...new Set(runs.map(({ run }) => run.voice))] }];
    });
}
