import type {
  AskedPull,
  Denied,
  EntryName,
  Head,
  Heads,
  IdsAnswer,
  LateRow,
  LogName,
  PullAnswer,
  PullsAnswer,
  PushAnswer,
} from "../protocol/logs.ts";

/**
 * What an exchange asks of a relay. Each call is safe to repeat. Over HTTP: see `httpRelay.ts`.
 * Each throws RelayProblem.
 */
export type RelayCalls = {
  /** `isNew`: statements that this device says just now, rather than offers again. */
  push(log: LogName, rows: readonly Uint8Array[], isNew: boolean): Promise<PushAnswer | Denied>;
  pull(log: LogName, after: Head): Promise<PullAnswer | Denied>;
  /** Several at once, answered in the order in which they were asked, as many as fit into one answer: at least one. */
  pulls(asked: readonly AskedPull[]): Promise<PullsAnswer | Denied>;
  ids(log: LogName, after: number): Promise<IdsAnswer | Denied>;
  heads(): Promise<Heads | Denied>;
  late(caseId: string, rows: readonly Uint8Array[]): Promise<{ readonly kept: readonly string[] } | Denied>;
  /** Which of these are neither in the case nor among what was left there as late. Also for who reads it no longer. */
  missing(
    caseId: string,
    names: readonly EntryName[],
  ): Promise<{ readonly missing: readonly string[] } | Denied>;
  lateOf(caseId: string): Promise<{ readonly rows: readonly LateRow[] } | Denied>;
};

/**
 * `offline`: no answer came. `too-old`: the relay asks for a newer version of the app; writing on the device goes on.
 * `busy`: come back later, after `retryMillis`. `strange`: an answer that is none. `dishonest`: an answer that contradicts
 * itself or what was signed: rows left out, swapped or made up.
 */
export type RelayProblemKind = "offline" | "too-old" | "busy" | "strange" | "dishonest";

export class RelayProblem extends Error {
  override readonly name = "RelayProblem";
  readonly kind: RelayProblemKind;
  readonly retryMillis: number | undefined;
  constructor(
    kind: RelayProblemKind,
    { retryMillis, cause }: { retryMillis?: number; cause?: unknown } = {},
  ) {
    super(kind, { cause });
    this.kind = kind;
    this.retryMillis = retryMillis;
  }
}
