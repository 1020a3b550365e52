import type { Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Command } from "./command.ts";

/** "2 versies": one value replaces all that stand there. Settling is itself an entry. */
export const settle: Command<{ readonly record: RecordId; readonly field: string; readonly value: Value }> = {
  intent: "settled",
  inTogether: false,
  plan: ({ record, field, value }) => [{ record, field, value }],
};
