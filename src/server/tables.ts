import {
  type Head,
  type LateCount,
  type LateRow,
  type LogName,
  logKeyOf,
  type Numbered,
  type PulledRow,
} from "../protocol/logs.ts";

/** A row of a log as it is kept. */
export type LogRow = Omit<Numbered, "prev"> & Head & { readonly receivedAt: number };

/** What another row of a device must follow. */
export type Last = { readonly n: number; readonly id: string };

/** A member of a case, one who was asked to take it over, or one who was removed and must hear of it. */
export type Reader = { readonly member: string; readonly readsEntries: boolean };

/** What a push into a log begins with. */
export type Held = {
  readonly head: Head;
  /** Of the other logs, in the order in which they were asked for. */
  readonly heads: readonly Head[];
  readonly last: ReadonlyMap<string, Last>;
};

/**
 * What the relay asks of its tables, within one transaction and one agency: no statement behind it touches two. An
 * engine is SQL (see `sql/`); the tests have one in memory, so that the rules of `logs.ts` run there unchanged.
 */
export type Shard = {
  /** Locks the log until the transaction ends; two writers of one log come one after the other. */
  lockHead(log: LogName): Promise<Head>;
  /** As `lockHead`, and what `headOf` and `lastOf` say once it is locked: one way to the database for all of it. */
  hold(log: LogName, others: readonly LogName[], devices: readonly string[]): Promise<Held>;
  /** Without a lock. */
  headOf(log: LogName): Promise<Head>;
  /** Per device its highest number here; absent where it has none. */
  lastOf(log: LogName, devices: readonly string[]): Promise<ReadonlyMap<string, Last>>;
  /** The rows that have these devices' numbers here already. */
  taken(
    log: LogName,
    numbers: readonly { readonly device: string; readonly n: number }[],
  ): Promise<readonly Pick<LogRow, "id" | "device" | "n" | "seq" | "receivedAt">[]>;
  /** The running hash at that number; undefined where the log does not go so far. */
  chainAt(log: LogName, seq: number): Promise<string | undefined>;
  /** At most `limit` rows and about `bytes` bytes, at least one row where there is any. */
  rowsAfter(log: LogName, seq: number, limit: number, bytes: number): Promise<readonly PulledRow[]>;
  /** Ids in order, for a device that looks for what a relay has lost. */
  idsAfter(log: LogName, seq: number, limit: number): Promise<readonly string[]>;
  append(log: LogName, rows: readonly LogRow[]): Promise<void>;
  /** As the last of the transaction: it travels with the commit. */
  appendAtEnd(log: LogName, rows: readonly LogRow[]): void;
  /** Who has to do with a case, in place of what was said before: for `headsFor`. */
  setReaders(agency: string, caseId: string, readers: readonly Reader[]): Promise<void>;
  /** The heads of the membership of all cases that this member has to do with, and of the entries of those it reads. */
  headsFor(
    agency: string,
    member: string,
  ): Promise<readonly { readonly log: LogName; readonly head: Head }[]>;
  /** Entries of who is no member: never to nowhere. A known id is kept once. */
  keepLate(agency: string, caseId: string, rows: readonly LateRow[]): Promise<void>;
  /** Which of these are kept there as late. */
  lateAmong(agency: string, caseId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Of all cases that this member has to do with. */
  lateCounts(agency: string, member: string): Promise<readonly LateCount[]>;
  lateOf(agency: string, caseId: string): Promise<readonly LateRow[]>;
};

/** For one transaction that reads and writes nothing: what a log stands at is asked once. */
export function readingHeadsOnce(shard: Shard): Shard {
  const heads = new Map<string, Promise<Head>>();
  return {
    ...shard,
    headOf(log) {
      const key = logKeyOf(log);
      const head = heads.get(key) ?? shard.headOf(log);
      heads.set(key, head);
      return head;
    },
  };
}

export type Tables = {
  /** Runs in one transaction, again where the engine asks for that (a serialization failure, a deadlock). */
  inAgency<Result>(agency: string, run: (shard: Shard) => Promise<Result>): Promise<Result>;
};
