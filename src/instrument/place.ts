import type { Head } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import { isAnswerField } from "../domain/instrument.ts";
import type { RunHost, TextHandle } from "./host.ts";

/** One place as a control sees it, in a run or in a row of it. */
export type Place = {
  readonly field: string;
  readonly value: Value | undefined;
  readonly heads: readonly Head[];
  write(value: Value): void;
  /** A hook: a control calls it unconditionally. */
  useText(): TextHandle;
  /** Takes one of several versions as the one that stands. Absent on a family's screen. */
  readonly settle: ((value: Value) => void) | undefined;
};

export function runPlace(host: RunHost, field: string): Place {
  return {
    field,
    value: host.value(field),
    heads: host.heads(field),
    write: (value) =>
      isAnswerField(host.instrument, field) ? host.answer(field, value) : host.annotate(field, value),
    useText: () => host.useText(field),
    settle: host.settle && ((value) => host.settle?.(field, value)),
  };
}

export function rowPlace(host: RunHost, group: string, row: RecordId, field: string): Place {
  const own = host.rows(group).find((one) => one.id === row);
  return {
    field,
    value: own?.value(field),
    heads: own?.heads?.(field) ?? [],
    write: (value) => host.writeRow(group, row, { [field]: value }),
    useText: () => host.useRowText(group, row, field),
    settle: host.settleRow && ((value) => host.settleRow?.(row, field, value)),
  };
}
