import { headsAt } from "../domain/casefile.ts";
import type { EntryId, RecordId } from "../domain/ids.ts";
import type { Command } from "./command.ts";

/**
 * Words that were read back and that the speaker wants said otherwise: a new value in her voice, in the place where the
 * first one stands. Only where she herself has spoken; what she said first stays in the history.
 */
export const correctWords: Command<{
  readonly record: RecordId;
  readonly field: string;
  readonly text: string;
  readonly over?: readonly EntryId[];
}> = {
  intent: "wordsCorrected",
  inTogether: false,
  plan: ({ record, field, text, over }, { file, voice }) => {
    const isHers = headsAt(file, record, field).some((head) => head.voice === voice);
    if (!isHers) return { refused: "otherVoice" };
    return [{ record, field, value: text, ...(over ? { over } : {}) }];
  },
};
