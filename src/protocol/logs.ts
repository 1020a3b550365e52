/**
 * What the relay keeps is logs of rows in order of their arrival: an agency's roster, and per case its membership and
 * its entries. They are offered, numbered, pulled and offered again in one way, whatever is in them.
 */
export type LogKind = "roster" | "members" | "entries";

export type LogName = {
  readonly agency: string;
  readonly kind: LogKind;
  /** "" for the roster. */
  readonly case: string;
};

/** A log's name in one word, for a map. */
export const logKeyOf = ({ agency, kind, case: caseId }: LogName): string => `${agency} ${kind} ${caseId}`;

/** How far a log goes, and the running hash until there: see `runningHash.ts`. `{ seq: 0, chain: "" }` before its first row. */
export type Head = { readonly seq: number; readonly chain: string };

export const emptyHead: Head = { seq: 0, chain: "" };

/** A row as it is offered: who numbered it, and after which row of its own. All of it stands in the bytes too. */
export type Numbered = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly prev: string;
  readonly bytes: Uint8Array;
};

/** Why one row is not taken. It stops no other row of another device. */
export type RowRefusal =
  | "too-large"
  | "malformed"
  | "bad-signature"
  /** Not of this log: another agency, another case. */
  | "elsewhere"
  /** Its author does not belong here, or no longer does and wrote it beyond the cut. */
  | "not-a-member"
  /** A number before it is missing: offer that first. */
  | "gap"
  /** That number is another row's already: a cloned or restored device. */
  | "fork"
  /** A statement that has no effect: its signer has no right to it, or another came first. */
  | "void"
  /** A removal that has not seen all that the removed devices wrote here: pull, and say it again. */
  | "behind";

export type RowAnswer =
  | { readonly id: string; readonly seq: number; readonly receivedAt: number }
  /** `last`: the highest number of that device that is here. */
  | { readonly id: string; readonly refused: RowRefusal; readonly last: number };

/** How many entries of a device were left with the relay as late in a case. */
export type LateCount = { readonly case: string; readonly device: string; readonly count: number };

export type Heads = {
  readonly heads: readonly { readonly log: LogName; readonly head: Head }[];
  /** In the cases that the caller reads. */
  readonly late: readonly LateCount[];
};

/** Part of a log's ids in order, and its head now. */
export type IdsAnswer = { readonly ids: readonly string[]; readonly head: Head };

/** An entry, named without its bytes. */
export type EntryName = { readonly id: string; readonly device: string; readonly n: number };

export type LateRow = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly bytes: Uint8Array;
  readonly receivedAt: number;
};

export type PushAnswer = { readonly answers: readonly RowAnswer[]; readonly head: Head };

export type PulledRow = { readonly seq: number; readonly receivedAt: number; readonly bytes: Uint8Array };

export type PullAnswer =
  | { readonly rows: readonly PulledRow[]; readonly head: Head }
  /** The asker's hash is not that of this log at its number: the relay was restored, or lies. */
  | { readonly rewind: Head };

export type AskedPull = { readonly log: LogName; readonly after: Head };

/** `not-a-member`: the caller has no right to this log. `unknown`: the relay has never heard of the caller. */
export type Denied = { readonly denied: "not-a-member" | "unknown" };

export type PullsAnswer = { readonly answers: readonly (PullAnswer | Denied)[] };

export const isDenied = (answer: object): answer is Denied => "denied" in answer;

/** Logs that one call may ask for. */
export const maxPulls = 100;

/** Rows of one push, and of one answer to a pull, at most; and their bytes together. */
export const maxRows = 200;
export const maxBatchBytes = 1024 * 1024;
