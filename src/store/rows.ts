import Dexie from "dexie";
import type { Entry } from "../domain/entry.ts";
import type { Database, EntryRow } from "./database.ts";
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

const underName = (database: Database, caseId: string, device: string) =>
  database.entries
    .where("[case+device+n]")
    .between([caseId, device, Dexie.minKey], [caseId, device, Dexie.maxKey]);

/** The last row under a device's name in a case, but for these. */
export async function lastOf(
  database: Database,
  caseId: string,
  device: string,
  except: readonly string[],
): Promise<EntryRow | undefined> {
  const rows = underName(database, caseId, device);
  // With a filter each row is a step of its own, and hardly ever is there anything to pass over.
  if (except.length === 0) return rows.last();
  const passedOver = new Set(except);
  return rows.filter(({ id }) => !passedOver.has(id)).last();
}

/** As many as `count` rows under a device's name, the last first, but for the last `skipped`. */
export async function lastRowsOf(
  database: Database,
  caseId: string,
  device: string,
  { skipped, count }: { readonly skipped: number; readonly count: number },
): Promise<EntryRow[]> {
  return underName(database, caseId, device).reverse().offset(skipped).limit(count).toArray();
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

/** Says of rows that were put aside, or no longer are, how they stand now. */
export function restate(
  database: Database,
  states: ReadonlyMap<string, EntryRow["state"]>,
): Promise<unknown> {
  const changes = [...states].map(([key, state]) => ({ key, changes: { state } }));
  return persist(database, () => database.entries.bulkUpdate(changes));
}
