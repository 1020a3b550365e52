import { createContext, useContext } from "react";
import type { Head } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { RecordId, RunKey } from "../domain/ids.ts";
import type { Instrument } from "../domain/instrument.ts";
import type { EarlierAnswer } from "../domain/run.ts";

/** A text of a run: a sealed draft while it is typed, an entry when it is done. See `useText` of the app. */
export type TextHandle = {
  readonly value: string;
  onValue(text: string): void;
  onDone(text: string): void;
  readonly offered: string | undefined;
  takeOffered(): void;
  dropOffered(): void;
  readonly refused: string | undefined;
};

export type Named = {
  readonly id: RecordId;
  readonly name: string;
  readonly isChild?: boolean;
  readonly isParent?: boolean;
  /** There are worries about this person. Known on a worker's screen only. */
  readonly hasWorries?: boolean;
};

/** A row of a repeating group: a record of its own, with the group's items as fields. */
export type Row = {
  readonly id: RecordId;
  value(field: string): Value | undefined;
  /** In whose voice it was begun. */
  readonly voice?: RecordId;
  heads?(field: string): readonly Head[];
  /** Fields that stand in it and begin so: free "anders" lines. */
  fieldsUnder?(prefix: string): readonly string[];
  /** Words stand in it that are not an entry yet: it is opened again where it was left. */
  readonly isHalfTyped?: boolean;
};

/** A line that is shown, or may be picked: an agreement of the visit, an alarm signal. */
export type Line = { readonly id: string; readonly text: string };

/**
 * One run as an instrument's views see it: what stands in it and how to write in it. The worker's screens and the
 * family's each supply their own, so that a family's screen never holds an answer of somebody else.
 */
export type RunHost = {
  readonly instrument: Instrument;
  readonly key: RunKey;
  /** How the person is addressed, and whose words the labels are. */
  readonly voice: "worker" | "parent" | "child";
  value(field: string): Value | undefined;
  heads(field: string): readonly Head[];
  answer(item: string, value: Value): void;
  annotate(field: string, value: Value): void;
  /**
   * A hook: call it unconditionally, at the top of a view. The field `fields.other(group, "new")` stands for a line
   * that is yet to be made: its words are kept under a line id of their own.
   */
  useText(field: string): TextHandle;
  /** A hook for a name that is yet to be added to the persons who stand in this field. */
  useSomebodyElse(field: string): TextHandle;
  /** Rows of a repeating group, and how to write them. */
  rows(group: string): readonly Row[];
  writeRow(group: string, row: RecordId | undefined, values: { readonly [field: string]: Value }): void;
  removeRow(row: RecordId): void;
  /**
   * A hook for a text of a row; `row` undefined: words that will make a new one. On the map (`card-derived`) the field
   * of a new card is its column: what is written is laid at the end of that column.
   */
  useRowText(group: string, row: RecordId | undefined, field: string): TextHandle;
  /** Empty on a family's screen. */
  earlier(item: string): readonly EarlierAnswer[];
  /** Whom a person field may name; on a family's screen only who is meant to be known there. */
  readonly people: readonly Named[];
  nameOf(id: RecordId): string;
  /** Fields that stand in the run and begin so: free "anders" lines. Without it they are looked for by number. */
  fieldsUnder?(prefix: string): readonly string[];
  /** Do words stand here that are not an entry yet? What is folded over them opens by itself. */
  isHalfTyped?(field: string): boolean;
  /** "2 versies": takes one as the one that stands. Absent on a family's screen, as is all that follows. */
  settle?(field: string, value: Value): void;
  settleRow?(row: RecordId, field: string, value: Value): void;
  /** Whose words a head holds, how they came and when: "Elif, verteld, 12 november". */
  sourceOf?(head: Head): string;
  /** What was answered elsewhere about a row (`Item.shows`), and the address where that is done. */
  shown?(shows: { readonly instrument: string; readonly item: string }, row: RecordId): Shown;
  /** Agreements of the visit, and alarm signals answered yes or unknown. */
  readonly agreements?: readonly Line[];
  readonly signals?: readonly Line[];
};

export type Shown = { readonly text: string; readonly to: string };

const HostContext = createContext<RunHost | undefined>(undefined);

export const RunHostProvider = HostContext.Provider;

/** @throws Error outside a provider: a view without a run is a mistake of the program. */
export function useRunHost(): RunHost {
  const host = useContext(HostContext);
  if (!host) throw new Error("no run is open here");
  return host;
}
