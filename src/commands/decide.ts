import { type RunKey, runId } from "../domain/ids.ts";
import { runChanges } from "./answer.ts";
import type { Command } from "./command.ts";
import type { FieldValues } from "./records.ts";

/**
 * A provisional decision for now, in a few taps: what stands of it is written at once, with its time. Reasons follow
 * later, and nothing here waits for them. Fields as in `decisionFields`.
 */
export const decideForNow: Command<{ readonly key: RunKey; readonly values: FieldValues }> = {
  intent: "decidedForNow",
  inTogether: false,
  plan: ({ key, values }, setting) => {
    if (key.voice !== setting.voice) return { refused: "otherVoice" };
    const record = runId(setting.case, key);
    const changes = Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [{ record, field, value }],
    );
    return [...runChanges(key, record, setting), ...changes];
  },
};
