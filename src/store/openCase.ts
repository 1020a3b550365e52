import { type CaseFile, emptyCaseFile } from "../domain/casefile.ts";
import { foldInto } from "../domain/fold.ts";
import type { CaseId, DeviceId, EntryId } from "../domain/ids.ts";
import { type Last, type NewRow, nothingYet, type Reach } from "./arrival.ts";
import { bundledCases, unbundled } from "./bundled.ts";
import { type CachedFile, type PutAside, readCache } from "./cache.ts";
import type { EntryRow } from "./database.ts";
import { asideOf, type CaseNeeds, isPutAside, isSigned, openRows, stateOf } from "./openRows.ts";
import { persist } from "./persist.ts";
import { arrivedBefore, lastRow, lastRowsOf, rowAt, rowsAfter } from "./rows.ts";

/**
 * The last entry that this device has signed: the next one names it, and vouches by that for it and for all before it.
 * `forged`: what somebody has put behind it under this device's name.
 */
export type Own = { readonly n: number; readonly id: string; readonly forged: readonly string[] };

/** A case as it stands in memory. */
export type OpenCase = {
  file: CaseFile;
  last: Last;
  /** As whom this device writes: after a fork it takes another name, and counts from the beginning. */
  readonly device: string;
  own: Own;
  /** Rows that did not open. None of them stops another. */
  readonly putAside: readonly PutAside[];
  /** Rows that stand otherwise than they say: to be restated with the next cache. */
  readonly restated: ReadonlyMap<string, EntryRow["state"]>;
  /** Has anything been folded since the cache was written? */
  stale: boolean;
};

/** So many rows are looked at in one go, where somebody has put any under this device's name. */
const forgedAtOnce = 64;

/** `latestFirst`: the rows under this device's name, portion by portion, until there are none. */
async function lastSigned(latestFirst: (skipped: number) => Promise<readonly NewRow[]>): Promise<Own> {
  const forged: string[] = [];
  for (;;) {
    const rows = await latestFirst(forged.length);
    if (rows.length === 0) return { n: 0, id: "", forged };
    for (const row of rows) {
      if (await isSigned(row)) return { n: row.n, id: row.id, forged };
      forged.push(row.id);
    }
  }
}

/** Rows that a cache does not cover: those after it, and those that waited when it was made, for a key or to be vouched for. */
async function rowsBeyond(
  { database }: CaseNeeds,
  caseId: CaseId,
  cached: CachedFile | undefined,
  newest: Reach | undefined,
): Promise<readonly EntryRow[]> {
  const isWhole = cached !== undefined && cached.last.arrived === newest?.arrived;
  const waited = (cached?.putAside ?? []).filter(
    ({ why }) => why === "waits-for-key" || (why === "bad-signature" && !isWhole),
  );
  const [earlier, later] = await Promise.all([
    waited.length === 0 ? [] : persist(database, () => database.entries.bulkGet(waited.map(({ id }) => id))),
    isWhole ? [] : persist(database, () => rowsAfter(database, caseId, cached?.last.arrived ?? 0)),
  ]);
  return [...earlier.flatMap((row) => row ?? []), ...later];
}

/** Says of the case file what is kept beside it: it is here, though it does not count. */
function withAside(file: CaseFile, rows: readonly NewRow[]): CaseFile {
  if (rows.length === 0) return file;
  const aside = new Map(file.aside);
  for (const { device, n } of rows) {
    aside.set(device as DeviceId, Math.max(n, aside.get(device as DeviceId) ?? 0));
  }
  return { ...file, aside };
}

/** Does the row at the cache's end still say the same? If not the cache is of another history. */
async function isCovering(
  { database }: CaseNeeds,
  caseId: CaseId,
  { last }: CachedFile,
  newest: Reach | undefined,
): Promise<boolean> {
  if (!newest || newest.arrived < last.arrived) return false;
  if (newest.arrived === last.arrived) return newest.chain === last.chain;
  return (await persist(database, () => rowAt(database, caseId, last.arrived)))?.chain === last.chain;
}

/** What a case is opened from: a cache, and rows beyond it. */
type Found = {
  readonly cached: CachedFile | undefined;
  readonly rows: readonly NewRow[];
  readonly newest: Last | undefined;
  readonly own: Own;
};

async function onDisk(needs: CaseNeeds, caseId: CaseId, known: CachedFile | undefined): Promise<Found> {
  const { database, caches, unlocked } = needs;
  const { device, blobKey } = unlocked();
  await unbundled(database, caseId);
  const [found, newest, own] = await Promise.all([
    known ?? readCache(caches, blobKey(caseId), caseId),
    persist(database, () => lastRow(database, caseId)),
    // Hardly ever is it not the first.
    lastSigned((skipped) =>
      persist(database, () =>
        lastRowsOf(database, caseId, device, { skipped, count: skipped === 0 ? 1 : forgedAtOnce }),
      ),
    ),
  ]);
  const cached = found && (await isCovering(needs, caseId, found, newest)) ? found : undefined;
  return { cached, rows: await rowsBeyond(needs, caseId, cached, newest), newest, own };
}

/** What lies in bundles: there is no cache of it that would be worth looking for. See `bundles.ts`. */
async function asHeard({ database, unlocked }: CaseNeeds, caseId: CaseId): Promise<Found | undefined> {
  if (!(await bundledCases(database)).has(caseId)) return undefined;
  const { inBundles } = await import("./bundles.ts");
  const found = await inBundles(database, caseId);
  if (!found) return undefined;
  const { device } = unlocked();
  const ofOwn = found.rows
    .filter((row) => row.device === device)
    .reverse()
    .sort((a, b) => b.n - a.n);
  const own = await lastSigned(async (skipped) => ofOwn.slice(skipped));
  return { cached: undefined, rows: found.rows, newest: found.last, own };
}

/**
 * Opens a case from its cache and the rows beyond it; without a cache, or on any doubt, from all its rows. `known`: as it
 * stands in memory already.
 */
export async function loadCase(needs: CaseNeeds, caseId: CaseId, known?: CachedFile): Promise<OpenCase> {
  const { database, unlocked } = needs;
  const { device } = unlocked();
  const found = known ? undefined : await asHeard(needs, caseId);
  const { cached, rows, newest, own } = found ?? (await onDisk(needs, caseId, known));
  const opened = await openRows(needs, rows);
  const entries = opened.flatMap((one) => (isPutAside(one) ? [] : [one]));
  const tried = new Set<string>(rows.map((row) => row.id));
  const putAside = [
    ...(cached?.putAside ?? []).filter(({ id }) => !tried.has(id)),
    ...opened.filter(isPutAside),
  ];
  const stays = rows.filter((_, i) => opened[i] && isPutAside(opened[i]));
  const before = await arrivedBefore(database, entries);
  const aside = new Set(putAside.map(({ id }) => id));
  // What is on disk has been folded, unless it does not open: such an entry is awaited like one that has not arrived.
  const hasArrived = (id: EntryId): boolean => before.has(id) && !aside.has(id);
  const states = rows.map((row, i) => [row, opened[i]] as const);
  return {
    file: foldInto(withAside(cached?.file ?? emptyCaseFile(caseId), stays), entries, hasArrived),
    last: newest ? { arrived: newest.arrived, chain: newest.chain, id: newest.id } : nothingYet,
    device,
    own,
    putAside,
    restated: new Map(
      states.flatMap(([row, one]) =>
        one && !asideOf(row) && stateOf(one) !== row.state ? [[row.id, stateOf(one)]] : [],
      ),
    ),
    stale: entries.length > 0 || newest?.arrived !== cached?.last.arrived,
  };
}
