import { isAcceptable } from "../domain/acceptable.ts";
import { existsField } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import { type EntryId, type RecordId, type RunKey, runId } from "../domain/ids.ts";
import { fields, type Instrument, isAnswerField } from "../domain/instrument.ts";
import { instrumentById } from "../domain/instruments/list.ts";
import { keyValue, runKeyField } from "../domain/run.ts";
import type { Change, Command, Setting } from "./command.ts";

/** The run's own places, where this is the first thing written in it. */
export function runChanges(key: RunKey, id: RecordId, { file }: Setting): readonly Change[] {
  if (file.records.has(id)) return [];
  return [
    { record: id, field: existsField, value: "run" },
    { record: id, field: runKeyField, value: keyValue(key) },
  ];
}

export type AnswerArgs = {
  readonly instrument: Instrument;
  readonly key: RunKey;
  readonly item: string;
  /** `null` takes an answer back. */
  readonly value: Value;
  readonly over?: readonly EntryId[];
};

/** An answer to one item, in the voice of the run. */
export const answerItem: Command<AnswerArgs> = {
  intent: "answered",
  inTogether: true,
  plan: ({ instrument, key, item, value, over }, setting) => {
    if (key.voice !== setting.voice) return { refused: "otherVoice" };
    if (!isAcceptable(instrument, item, value)) return { refused: "notAcceptable" };
    const id = runId(setting.case, key);
    return [
      ...runChanges(key, id, setting),
      { record: id, field: fields.answer(item), value, ...(over ? { over } : {}) },
    ];
  },
};

export type RunFieldArgs = {
  readonly key: RunKey;
  readonly field: string;
  readonly value: Value;
  readonly over?: readonly EntryId[];
};

/** An answer that comes by this way is held to what its item takes; everything beside an answer is free. */
function isAnnotation(key: RunKey, field: string, value: Value): boolean {
  const instrument = instrumentById(key.instrument);
  return !instrument || !isAnswerField(instrument, field) || isAcceptable(instrument, field, value);
}

/** What goes with an answer: a note, where it comes from, an "anders" line, a weighing, "klaar". See `fields`. */
export const annotate: Command<RunFieldArgs> = {
  intent: "annotated",
  inTogether: true,
  plan: ({ key, field, value, over }, setting) => {
    if (key.voice !== setting.voice) return { refused: "otherVoice" };
    if (!isAnnotation(key, field, value)) return { refused: "notAcceptable" };
    const id = runId(setting.case, key);
    return [...runChanges(key, id, setting), { record: id, field, value, ...(over ? { over } : {}) }];
  },
};
