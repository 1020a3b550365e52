import Dexie, { type EntityTable, type InsertType, type Table } from "dexie";
import type { Head } from "../protocol/logs.ts";
import type { HeldBack, KeptStatement } from "./ledger.ts";

/** One sealed entry as it is kept. Nothing here but `sealed` knows what it is about, and that is ciphertext. */
export type EntryRow = {
  id: string;
  case: string;
  /** Counts the entries of a case on this device in the order of their arrival, from 1 without gaps. */
  arrived: number;
  /** Running hash over the ids in order of arrival: says in one comparison which entries a cache covers. */
  chain: string;
  device: string;
  n: number;
  /** `unread` asks for a newer version of the program, `waits-for-key` for a key: both are kept, and tried again. */
  state: "folded" | "unread" | "waits-for-key" | "refused";
  sealed: Uint8Array;
  /** There while it is to be offered to a relay: the index holds only what is still to be sent. */
  unsent?: 1 | undefined;
  /** A relay has acknowledged it, and it has not been heard since. */
  unheard?: 1 | undefined;
  /** Why it is kept and not offered. */
  held?: HeldBack["why"] | undefined;
  /** Its device may not write here, or not any more: it is kept, and does not count. */
  outside?: 1 | undefined;
};

/** What was said in the open about people and keys, in the order of its arrival. */
export type StatementRow = KeptStatement & {
  at: number;
  log: string;
  /** The relay has lost it: it is to be heard again. */
  unheard?: 1 | undefined;
};

/** How far a log of a relay was heard. */
export type CursorRow = Head & { log: string };

/**
 * Many entries of one case in one piece, as they were heard: see `bundles.ts`. `ends`: where each ends in `sealed`. `chain`: the
 * running hash over all that was heard of the case with it, which is that of their arrival too.
 */
export type BundleRow = {
  at: number;
  case: string;
  chain: string;
  ids: readonly string[];
  sealed: Uint8Array;
  ends: readonly number[];
};

/** `card`: what the list of families shows. `file`: the packed case file. Both sealed, both rebuilt on any doubt. */
export type CacheRow = { case: string; part: "card" | "file"; sealed: Uint8Array };

export type DraftRow = { key: string; case: string; sealed: Uint8Array };

/** Wraps, and the language that is spoken before anything is unlocked; opaque to this folder. */
export type VaultRow = { id: "vault" | "language"; row: unknown };

export type MetaRow = { key: string; value: unknown };

export type Database = Dexie & {
  entries: EntityTable<EntryRow, "id">;
  casefiles: Table<CacheRow, [string, string]>;
  drafts: EntityTable<DraftRow, "key">;
  vault: EntityTable<VaultRow, "id">;
  meta: EntityTable<MetaRow, "key">;
  statements: Table<StatementRow, number, InsertType<StatementRow, "at">>;
  cursors: EntityTable<CursorRow, "log">;
  bundles: Table<BundleRow, number, InsertType<BundleRow, "at">>;
};

/** Tables by version. A version is added, never changed: tablets in the field have the older ones. */
export const schemaVersion = 3;

/** Dexie counts in tenths. */
const nativeVersion = schemaVersion * 10;

/**
 * Dexie, asked for a version older than what is on disk, opens that database all the same, and where it misses an
 * index it adds one under a higher version still. Neither may happen to what a newer program wrote: every opening asks
 * for our own version here, and then fails with VersionError.
 */
const ownVersionOnly = {
  open: (name: string): IDBOpenDBRequest => indexedDB.open(name, nativeVersion),
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
  cmp: (a: unknown, b: unknown): number => indexedDB.cmp(a, b),
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(),
};

const ended = new WeakSet<Dexie>();

/** Was it closed for good, by the app itself? Then nothing may open it again: another tab may have it now. */
export const hasEnded = (database: Database): boolean => ended.has(database);

/**
 * Opens one of the two connections to a database. `strict` waits for the disk before it says "stored" and is for
 * entries, drafts and keys; `relaxed` is for caches, which are rebuilt from the entries after a power cut.
 */
export function openDatabase(name: string, durability: "strict" | "relaxed"): Database {
  const database = new Dexie(name, {
    chromeTransactionDurability: durability,
    autoOpen: true,
    indexedDB: ownVersionOnly,
  }) as Database;
  database.version(1).stores({
    entries: "id, [case+arrived], [case+device+n], [case+state]",
    casefiles: "[case+part]",
    drafts: "key, case",
    vault: "id",
    meta: "key",
  });
  // Two tabs can't both be the next arrival; and what was written before there was a relay is still to be sent.
  database
    .version(2)
    .stores({
      entries:
        "id, &[case+arrived], [case+device+n], [case+state], [case+unsent+device+n], [case+unheard], [held+case], [case+outside]",
      statements: "++at, log, &[log+id], [log+unheard]",
      cursors: "log",
    })
    .upgrade((transaction) => transaction.table<EntryRow>("entries").toCollection().modify({ unsent: 1 }));
  database.version(3).stores({ bundles: "++at, case" });
  const close = database.close.bind(database);
  // Dexie itself closes with `disableAutoOpen: false`, for example where another tab deletes or upgrades.
  database.close = (options) => {
    if (options?.disableAutoOpen !== false) ended.add(database);
    close(options);
  };
  return database;
}

/** Removes a whole database. Only ever for the practice family, and for what the worker explicitly removes. */
export const removeDatabase = (name: string): Promise<void> => Dexie.delete(name);
