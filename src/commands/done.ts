import { type RunKey, runId } from "../domain/ids.ts";
import { fields, type Instrument } from "../domain/instrument.ts";
import { blocksCompletion } from "../domain/rules/list.ts";
import type { Day } from "../domain/rules/rule.ts";
import { runChanges } from "./answer.ts";
import type { Command } from "./command.ts";

export type DoneArgs = {
  readonly key: RunKey;
  /** One group of the instrument; the whole where absent. */
  readonly group?: string;
  readonly done: boolean;
  readonly instrument: Instrument;
};

/** The calendar day at the place where the writing happens. */
export function dayAt(now: { readonly wall: number; readonly zone: number }): Day {
  const local = new Date(now.wall + now.zone * 60_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/**
 * "Klaar" is the worker's own word about a run, also about one in another's voice. Rules of level block and require
 * stand in its way; taking it back is always possible, and nothing else that is written is ever held up by them.
 */
export const markDone: Command<DoneArgs> = {
  intent: "markedDone",
  inTogether: false,
  plan: ({ key, group, done, instrument }, setting) => {
    const id = runId(setting.case, key);
    const isBegun = setting.file.records.has(id);
    // A run is born in its own voice: a stranger's "klaar" must not be the first thing in it.
    if (key.voice !== setting.voice && !isBegun) return { refused: "otherVoice" };
    const context = { file: setting.file, instrument, run: { id, ...key }, today: dayAt(setting.now) };
    if (done && blocksCompletion(context, group).length > 0) return { refused: "notComplete" };
    return [...runChanges(key, id, setting), { record: id, field: fields.done(group), value: done }];
  },
};
