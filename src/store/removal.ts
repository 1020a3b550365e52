import Dexie from "dexie";
import type { Database } from "./database.ts";
import { persist } from "./persist.ts";

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
  const { entries, bundles, drafts, casefiles, statements, cursors } = database;
  await persist(database, () =>
    database.transaction("rw", [entries, bundles, drafts, casefiles, statements, cursors], async () => {
      await removeLogs(database, caseId);
      await bundles.where("case").equals(caseId).delete();
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
