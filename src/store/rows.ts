import Dexie from "dexie";
import type { Entry } from "../domain/entry.ts";
import { chainAfter } from "../protocol/runningHash.ts";
import type { Database, EntryRow } from "./database.ts";
import { guardFormat, persist } from "./persist.ts";
import { problemFrom, StoreProblem } from "./problem.ts";

export type Last = { readonly arrived: number; readonly chain: string };

/** Is this the arrival of that entry right after the one before, with nothing in between? */
export const isNext = (before: Last, last: Last, id: string): boolean =>
  last.arrived === before.arrived + 1 && last.chain === chainAfter(before.chain, id);

/** A row that has not arrived yet. */
export type NewRow = Omit<EntryRow, "arrived" | "chain">;

export async function lastRow(database: Database, caseId: string): Promise<EntryRow | undefined> {
  return database.entries
    .where("[case+arrived]")
    .between([caseId, Dexie.minKey], [caseId, Dexie.maxKey])
    .last();
}

export async function rowAt(
  database: Database,
  caseId: string,
  arrived: number,
): Promise<EntryRow | undefined> {
  return database.entries.where("[case+arrived]").equals([caseId, arrived]).first();
}

export async function rowsAfter(database: Database, caseId: string, arrived: number): Promise<EntryRow[]> {
  return database.entries
    .where("[case+arrived]")
    .between([caseId, arrived], [caseId, Dexie.maxKey], false, true)
    .toArray();
}

/** As many as `count` that arrived before this one, the newest first. */
export async function rowsBefore(
  database: Database,
  caseId: string,
  before: number,
  count: number,
): Promise<EntryRow[]> {
  return database.entries
    .where("[case+arrived]")
    .between([caseId, Math.max(0, before - count)], [caseId, before], true, false)
    .reverse()
    .toArray();
}

/** The last entry that a device wrote in a case: the next one continues its chain. */
export async function lastOf(
  database: Database,
  caseId: string,
  device: string,
): Promise<{ readonly n: number; readonly id: string }> {
  const row = await database.entries
    .where("[case+device+n]")
    .between([caseId, device, Dexie.minKey], [caseId, device, Dexie.maxKey])
    .last();
  return row ? { n: row.n, id: row.id } : { n: 0, id: "" };
}

/**
 * Which of the ids that these entries replace are on disk, without the entries themselves: a replaced value that has
 * arrived long ago must not be awaited again.
 */
export async function arrivedBefore(
  database: Database,
  entries: readonly Entry[],
): Promise<ReadonlySet<string>> {
  const named = new Set(entries.flatMap((entry) => entry.ops.flatMap((op) => op.over)));
  for (const entry of entries) named.delete(entry.id);
  if (named.size === 0) return named;
  const found = await persist(database, () =>
    database.entries
      .where("id")
      .anyOf([...named])
      .primaryKeys(),
  );
  return new Set(found);
}

/** Where an entry of this device goes: after its own one before, and after the last arrival that this page knows of. */
export type Behind = { readonly prev: string; readonly last: Last };

/** An entry of this device on its way to the disk. The draft that it came from goes with it. */
type OwnEntry = {
  readonly row: NewRow;
  readonly behind: Behind;
  readonly draftKey: string | undefined;
};

/** Within a transaction that `mayFollow` or `storeAtOnce` has opened. */
async function write(database: Database, { row, draftKey }: OwnEntry, before: Last): Promise<Last> {
  const last = { arrived: before.arrived + 1, chain: chainAfter(before.chain, row.id) };
  await Promise.all([
    database.entries.add({ ...row, ...last }),
    draftKey === undefined ? undefined : database.drafts.delete(draftKey),
  ]);
  return last;
}

/**
 * The usual case, in which nobody else wrote: asks whether that is so and writes without waiting for the answer, which
 * halves the time. The answer comes first: where it is no, all is rolled back. @throws StoreProblem `elsewhere`.
 */
function storeAtOnce(database: Database, own: OwnEntry): PromiseLike<Last> {
  const { arrived, chain } = own.behind.last;
  return database.transaction("rw", database.entries, database.drafts, database.meta, async (transaction) => {
    const judging = Promise.all([lastRow(database, own.row.case), guardFormat(database)]);
    const judged = judging.then(([found]) => {
      const isAsKnown = (found?.arrived ?? 0) === arrived && (found?.chain ?? "") === chain;
      if (!isAsKnown) throw new StoreProblem("elsewhere");
      // Nothing more is asked for: the browser need not wait for our hearing that the row was added.
      transaction.idbtrans.commit?.();
    });
    const [last] = await Promise.all([write(database, own, own.behind.last), judged]);
    return last;
  });
}

/** The last arrival, where a row of this number and predecessor may follow. @throws StoreProblem `elsewhere`, `emptied`. */
async function mayFollow(database: Database, row: NewRow, behind: Behind): Promise<Last> {
  const found = await lastRow(database, row.case);
  // Rows only ever arrive: where fewer stand than this page has seen, the browser has emptied the database.
  if ((found?.arrived ?? 0) < behind.last.arrived) throw new StoreProblem("emptied");
  const own = found?.device === row.device ? found : await lastOf(database, row.case, row.device);
  if (own.n !== row.n - 1 || own.id !== behind.prev) throw new StoreProblem("elsewhere");
  return found ?? { arrived: 0, chain: "" };
}

/** Looks first: whether these very bytes are there already, and how far the disk is. */
function storeCarefully(database: Database, own: OwnEntry): PromiseLike<Last> {
  return database.transaction("rw", database.entries, database.drafts, database.meta, async () => {
    const known = await database.entries.get(own.row.id);
    if (known) return { arrived: known.arrived, chain: known.chain };
    const [before] = await Promise.all([mayFollow(database, own.row, own.behind), guardFormat(database)]);
    return write(database, own, before);
  });
}

/**
 * Stores one entry of this device in a strict transaction: its number and its predecessor are checked again inside,
 * and the draft it came from goes with it. Nothing is awaited here that is not IndexedDB. `isFresh`: these bytes have
 * never been tried, so they can't be there already.
 */
export function storeOwn(database: Database, own: OwnEntry, isFresh: boolean): Promise<Last> {
  let isFirst = isFresh;
  return persist(database, async () => {
    if (!isFirst) return storeCarefully(database, own);
    isFirst = false;
    try {
      return await storeAtOnce(database, own);
    } catch (error) {
      if (problemFrom(error).kind !== "elsewhere") throw error;
      return storeCarefully(database, own);
    }
  });
}

export type StoredElsewhere = { readonly id: string; readonly why: "fork" };

/**
 * Stores entries of one case that came from another device or from a file, in order. A known one is passed over; one
 * whose number another entry of that device already has (a cloned tablet) is handed back and stops nothing.
 */
export function storeReceived(
  database: Database,
  rows: readonly NewRow[],
): Promise<{ readonly stored: readonly string[]; readonly forked: readonly StoredElsewhere[] }> {
  // Of the first try: where that was committed but reported as failed, the second finds its own rows.
  let knownBefore: ReadonlySet<string> | undefined;
  return persist(database, () =>
    database.transaction("rw", database.entries, database.meta, async () => {
      await guardFormat(database);
      const found = await database.entries.bulkGet(rows.map((row) => row.id));
      const known = new Set(found.flatMap((row) => (row ? [row.id] : [])));
      knownBefore ??= new Set(known);
      const forked: StoredElsewhere[] = [];
      const fresh: EntryRow[] = [];
      const numbers = new Set<string>();
      let last: Last | undefined;
      for (const row of rows) {
        if (known.has(row.id)) continue;
        known.add(row.id);
        const number = [row.case, row.device, row.n];
        const taken =
          numbers.has(number.join()) ||
          (await database.entries.where("[case+device+n]").equals(number).count()) > 0;
        if (taken) {
          forked.push({ id: row.id, why: "fork" });
          continue;
        }
        numbers.add(number.join());
        const before: Last = last ?? (await lastRow(database, row.case)) ?? { arrived: 0, chain: "" };
        last = { arrived: before.arrived + 1, chain: chainAfter(before.chain, row.id) };
        fresh.push({ ...row, ...last });
      }
      await database.entries.bulkAdd(fresh);
      const refused = new Set(forked.map(({ id }) => id));
      const ids = new Set(rows.map((row) => row.id));
      return { stored: [...ids].filter((id) => !knownBefore?.has(id) && !refused.has(id)), forked };
    }),
  );
}

/** Says of rows that were put aside, or no longer are, how they stand now. */
export function restate(
  database: Database,
  states: ReadonlyMap<string, EntryRow["state"]>,
): Promise<unknown> {
  const changes = [...states].map(([key, state]) => ({ key, changes: { state } }));
  return persist(database, () => database.entries.bulkUpdate(changes));
}

/** Takes one family off this disk, with its drafts and caches: the only deletion of entries that there is. */
export function removeRows(database: Database, caseId: string): Promise<void> {
  return persist(database, () =>
    database.transaction("rw", database.entries, database.drafts, database.casefiles, async () => {
      await database.entries
        .where("[case+arrived]")
        .between([caseId, Dexie.minKey], [caseId, Dexie.maxKey])
        .delete();
      await database.drafts.where("case").equals(caseId).delete();
      await database.casefiles.bulkDelete([
        [caseId, "card"],
        [caseId, "file"],
      ]);
    }),
  );
}
