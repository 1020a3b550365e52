import { afterNext, type Behind, type Last, type NewRow, nothingYet, type OwnEntry } from "./arrival.ts";
import type { Database } from "./database.ts";
import { guardFormat, persist } from "./persist.ts";
import { problemFrom, StoreProblem } from "./problem.ts";
import { lastOf, lastRow } from "./rows.ts";
import { storeAtOnce } from "./storeAtOnce.ts";

/** The last arrival, where a row of this number and predecessor may follow. @throws StoreProblem `elsewhere`, `emptied`. */
async function mayFollow(database: Database, row: NewRow, behind: Behind): Promise<Last> {
  const found = await lastRow(database, row.case);
  // Rows only ever arrive: where fewer stand than this page has seen, the browser has emptied the database.
  if ((found?.arrived ?? 0) < behind.last.arrived) throw new StoreProblem("emptied");
  const own = await lastOf(database, row.case, row.device, behind.forged ?? []);
  if ((own?.n ?? 0) !== row.n - 1 || (own?.id ?? "") !== behind.prev) throw new StoreProblem("elsewhere");
  return found ?? nothingYet;
}

/** Looks first: whether these very bytes are there already, and how far the disk is. */
function storeCarefully(
  database: Database,
  { row, behind, draftKey, insteadOf }: OwnEntry,
): PromiseLike<Last> {
  return database.transaction("rw", database.entries, database.drafts, database.meta, async () => {
    const known = await database.entries.get(row.id);
    if (known) return known;
    const [before] = await Promise.all([mayFollow(database, row, behind), guardFormat(database)]);
    const last = afterNext(before, row.id);
    await Promise.all([
      database.entries.add({ ...row, ...last }),
      draftKey === undefined ? undefined : database.drafts.delete(draftKey),
      insteadOf === undefined
        ? undefined
        : database.entries.update(insteadOf, { held: "sealed-anew", unsent: undefined }),
    ]);
    return last;
  });
}

/**
 * Stores one entry of this device in a strict transaction: its number and its predecessor are checked again inside,
 * and the draft it came from goes with it. Nothing is awaited here that is not IndexedDB. `isFresh`: these bytes have
 * never been tried, so they can't be there already.
 */
export function storeOwn(database: Database, own: OwnEntry, isFresh: boolean): Promise<Last> {
  let isFirst = isFresh && own.insteadOf === undefined;
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
