import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import Dexie from "dexie";
import type { Entry } from "../domain/entry.ts";
import type { Database, EntryRow } from "./database.ts";
import { problemFrom, StoreProblem } from "./problem.ts";

/** The format that this version writes. A database that says a higher one is left alone, and the worker told. */
export const writerFormat = 1;

/** The running hash after one more arrival. */
export const chainAfter = (chain: string, id: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${chain}${id}`)).slice(0, 16));

export type Last = { readonly arrived: number; readonly chain: string };

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

/** How often a dropped connection is opened again before the screen is told. */
const tries = 3;

/**
 * Runs a database step; when the connection was dropped in the background it is opened again and the step repeated.
 * A step must therefore be safe to repeat: it writes the same sealed bytes, or finds them written.
 */
export async function persist<Result>(database: Database, step: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (!database.isOpen()) await database.open();
      return await step();
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.kind !== "connection" || attempt === tries) throw problem;
      database.close({ disableAutoOpen: false });
    }
  }
}

/**
 * Stores one entry of this device in a strict transaction: its number and its predecessor are checked again inside,
 * and the draft it came from goes with it. Nothing is awaited here that is not IndexedDB.
 */
export function storeOwn(
  database: Database,
  row: Omit<EntryRow, "arrived" | "chain">,
  prev: string,
  draftKey: string | undefined,
): Promise<Last> {
  return persist(database, () =>
    database.transaction("rw", database.entries, database.drafts, database.meta, async () => {
      const known = await database.entries.get(row.id);
      if (known) return { arrived: known.arrived, chain: known.chain };
      const format = await database.meta.get("format");
      if (typeof format?.value === "number" && format.value > writerFormat) throw new StoreProblem("newer");
      const own = await lastOf(database, row.case, row.device);
      if (own.n !== row.n - 1 || own.id !== prev) throw new StoreProblem("elsewhere");
      const last = await lastRow(database, row.case);
      const arrived = (last?.arrived ?? 0) + 1;
      const chain = chainAfter(last?.chain ?? "", row.id);
      await database.entries.add({ ...row, arrived, chain });
      if (draftKey !== undefined) await database.drafts.delete(draftKey);
      return { arrived, chain };
    }),
  );
}

export type StoredElsewhere = { readonly id: string; readonly why: "fork" };

/**
 * Stores entries that came from another device or from a file, in order. A known one is passed over; one whose
 * number another entry of that device already has (a cloned tablet) is handed back and stops nothing.
 */
export function storeReceived(
  database: Database,
  rows: readonly Omit<EntryRow, "arrived" | "chain">[],
): Promise<{ readonly stored: readonly string[]; readonly forked: readonly StoredElsewhere[] }> {
  return persist(database, () =>
    database.transaction("rw", database.entries, async () => {
      const stored: string[] = [];
      const forked: StoredElsewhere[] = [];
      const known = new Set(
        (await database.entries.bulkGet(rows.map((row) => row.id))).flatMap((row) => (row ? [row.id] : [])),
      );
      const fresh: EntryRow[] = [];
      const lasts = new Map<string, Last>();
      for (const row of rows) {
        if (known.has(row.id)) continue;
        known.add(row.id);
        const taken = await database.entries
          .where("[case+device+n]")
          .equals([row.case, row.device, row.n])
          .first();
        if (taken) {
          forked.push({ id: row.id, why: "fork" });
          continue;
        }
        const last = lasts.get(row.case) ?? (await lastRow(database, row.case)) ?? { arrived: 0, chain: "" };
        const next = { arrived: last.arrived + 1, chain: chainAfter(last.chain, row.id) };
        lasts.set(row.case, next);
        fresh.push({ ...row, ...next });
        stored.push(row.id);
      }
      await database.entries.bulkAdd(fresh);
      return { stored, forked };
    }),
  );
}
