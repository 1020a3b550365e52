import { layoutOf } from "../protocol/sealedLayout.ts";
import { afterNext, type Last, type NewRow, nothingYet } from "./arrival.ts";
import type { BundleRow, Database, EntryRow } from "./database.ts";
import { guardFormat, persist } from "./persist.ts";
import { lastRow } from "./rows.ts";

/**
 * A new tablet hears hundreds of families of hundreds of entries each. A row with its indexes for every one of them is most of
 * what that costs, so a family that is new here is kept as it comes, a page of the relay's to a row. It is opened from there,
 * and laid out one by one once all has been heard, where somebody writes in it before that, or its entries are asked for. Either
 * all of a case lies in bundles, or nothing does.
 */

/** Fewer entries than these are not worth it. */
export const bundledFrom = 20;

/** Rows in the order of their arrival, in one piece. */
export function bundleOf(caseId: string, rows: readonly NewRow[], chain: string): Omit<BundleRow, "at"> {
  const sealed = new Uint8Array(rows.reduce((sum, row) => sum + row.sealed.length, 0));
  const ends: number[] = [];
  let at = 0;
  for (const row of rows) {
    sealed.set(row.sealed, at);
    at += row.sealed.length;
    ends.push(at);
  }
  return { case: caseId, chain, ids: rows.map(({ id }) => id), sealed, ends };
}

/** `sealed` are windows on the bundle's bytes: whoever keeps one copies it. */
function rowsOf({ case: caseId, ids, sealed, ends }: BundleRow): NewRow[] {
  return ids.flatMap((id, at) => {
    const bytes = sealed.subarray(ends[at - 1] ?? 0, ends[at]);
    const header = layoutOf(bytes)?.header;
    if (!header) return [];
    return [{ id, case: caseId, device: header.device, n: header.n, state: "folded", sealed: bytes }];
  });
}

const bundlesOf = (database: Database, caseId: string): Promise<BundleRow[]> =>
  database.bundles.where("case").equals(caseId).sortBy("at");

/** Rows as they arrive after the last one. */
export function arriving(end: Last | undefined, rows: readonly NewRow[]): EntryRow[] {
  let last = end ?? nothingYet;
  return rows.map((row) => {
    last = afterNext(last, row.id);
    return { ...row, arrived: last.arrived, chain: last.chain };
  });
}

const eachOnce = (rows: readonly NewRow[]): NewRow[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** What lies in bundles of a case, and the last of it. Undefined where nothing does, or it must be laid out to be told. */
export async function inBundles(
  database: Database,
  caseId: string,
): Promise<{ readonly rows: readonly NewRow[]; readonly last: Last } | undefined> {
  const bundles = await persist(database, () => bundlesOf(database, caseId));
  const chain = bundles.at(-1)?.chain;
  const heard = bundles.flatMap(rowsOf);
  const rows = eachOnce(heard);
  const id = rows.at(-1)?.id;
  // What was handed out twice arrives once, which is another running hash.
  if (chain === undefined || id === undefined || rows.length < heard.length) return undefined;
  return { rows, last: { arrived: rows.length, chain, id } };
}

/** Within a transaction that writes and has both tables. */
export async function unbundleWithin(database: Database, caseId: string): Promise<void> {
  const bundles = await bundlesOf(database, caseId);
  if (bundles.length === 0) return;
  const rows = eachOnce(bundles.flatMap(rowsOf));
  const end = await lastRow(database, caseId);
  const found = end === undefined ? [] : await database.entries.bulkGet(rows.map(({ id }) => id));
  const known = new Set(found.map((row) => row?.id));
  const fresh = rows
    .filter(({ id }) => !known.has(id))
    .map((row) => ({ ...row, sealed: row.sealed.slice() }));
  await database.entries.bulkAdd(arriving(end, fresh));
  await database.bundles.bulkDelete(bundles.map(({ at }) => at));
}

export const unbundle = (database: Database, caseId: string): Promise<void> =>
  persist(database, () =>
    database.transaction("rw", database.entries, database.bundles, database.meta, async () => {
      await guardFormat(database);
      await unbundleWithin(database, caseId);
    }),
  );
