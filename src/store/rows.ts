import Dexie from "dexie";
import type { Entry } from "../domain/entry.ts";
import type { Database, EntryRow } from "./database.ts";
import type { HeldBack } from "./ledger.ts";
import { persist } from "./persist.ts";

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

const reasons: { readonly [Why in HeldBack["why"]]: true } = {
  ...{ "too-large": true, malformed: true, "bad-signature": true, elsewhere: true, "not-a-member": true },
  ...{ gap: true, fork: true, void: true, behind: true, late: true, "sealed-anew": true },
};

/**
 * As many as `count` that are not in a case for all: first those that the relay did not take, then those that wait their
 * turn, then those that lie with it as late. Without what was sealed anew: that is said under another name.
 */
export async function rowsUnsent(database: Database, caseId: string, count: number): Promise<EntryRow[]> {
  const heldAs = (whys: readonly string[], limit: number) =>
    database.entries
      .where("[held+case]")
      .anyOf(whys.map((why) => [why, caseId]))
      .limit(limit)
      .toArray();
  const held = await heldAs(
    Object.keys(reasons).filter((why) => why !== "sealed-anew" && why !== "late"),
    count,
  );
  const waiting = await database.entries
    .where("[case+unsent+device+n]")
    .between([caseId, 1], [caseId, 1, Dexie.maxKey])
    .limit(count - held.length)
    .toArray();
  const late = await heldAs(["late"], count - held.length - waiting.length);
  return [...held, ...waiting, ...late];
}

/** Says of rows that were put aside, or no longer are, how they stand now. */
export function restate(
  database: Database,
  states: ReadonlyMap<string, EntryRow["state"]>,
): Promise<unknown> {
  const changes = [...states].map(([key, state]) => ({ key, changes: { state } }));
  return persist(database, () => database.entries.bulkUpdate(changes));
}

const forgetting = new WeakMap<Database, Set<() => void>>();

/** Whoever remembers what it has read of this database forgets it once a family was taken off it. */
export function onRemoval(database: Database, forget: () => void): void {
  forgetting.set(database, (forgetting.get(database) ?? new Set()).add(forget));
}

/** Within a transaction that has both tables: what a relay said of one case is forgotten with the case. */
async function removeLogs(database: Database, caseId: string): Promise<void> {
  const isOfCase = (log: string): boolean => log.endsWith(` ${caseId}`);
  await database.cursors.filter(({ log }) => isOfCase(log)).delete();
  const logs = (await database.statements.orderBy("log").uniqueKeys()).filter((log) => isOfCase(String(log)));
  await database.statements.where("log").anyOf(logs).delete();
}

/**
 * Takes one family off this disk, with its drafts and caches and with what was heard of it: the only deletion of entries
 * that there is.
 */
export async function removeRows(database: Database, caseId: string): Promise<void> {
  const { entries, drafts, casefiles, statements, cursors } = database;
  await persist(database, () =>
    database.transaction("rw", entries, drafts, casefiles, statements, cursors, async () => {
      await removeLogs(database, caseId);
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
  for (const forget of forgetting.get(database) ?? []) forget();
}
