import { hexToBytes } from "@noble/hashes/utils.js";
import type { Entry } from "../domain/entry.ts";
import { isReadable } from "../domain/fold.ts";
import { layoutOf } from "../protocol/sealedLayout.ts";
import { openEntry } from "../vault/seal.ts";
import { isSignedBy } from "../vault/signature.ts";
import type { NewRow } from "./arrival.ts";
import type { PutAside } from "./cache.ts";
import type { Database, EntryRow } from "./database.ts";
import { fromInside } from "./entryCodec.ts";

/** The keys of an open vault, as far as the journal needs them. They are asked for at each use and never kept. */
export type JournalKeys = {
  readonly device: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  caseKey(caseId: string): { readonly kid: string; readonly key: CryptoKey } | undefined;
  keyOf(caseId: string, kid: string): CryptoKey | undefined;
  blobKey(caseId: string): Promise<CryptoKey>;
  /** Whose device it is, where an agency has admitted it: nobody writes as another. */
  memberOf?(device: string): string | undefined;
};

export type CaseNeeds = {
  readonly database: Database;
  readonly caches: Database;
  /** @throws StoreProblem `locked`. */
  readonly unlocked: () => JournalKeys;
};

/** WebCrypto works on several at once; more than this waiting would only cost memory. */
const atOnce = 128;

/** From so many rows on the signature of each is not looked at where a later one vouches for it. */
const many = 50;

/** Opens sealed bytes one by one, many at a time, in their order. */
export async function openAll<From, To>(
  sealed: readonly From[],
  open: (one: From) => Promise<To>,
): Promise<To[]> {
  const results: To[] = [];
  for (let at = 0; at < sealed.length; at += atOnce) {
    results.push(...(await Promise.all(sealed.slice(at, at + atOnce).map(open))));
  }
  return results;
}

export const isPutAside = (one: Entry | PutAside): one is PutAside => "why" in one;

/** Why a row is kept and does not count, whatever it says: its writer may not write here, or its number is another's. */
export function asideOf({ id, outside, held }: NewRow): PutAside | undefined {
  if (held === "fork" || held === "sealed-anew") return { id, why: held };
  return outside ? { id, why: "outside" } : undefined;
}

async function openRow(
  row: NewRow,
  unlocked: CaseNeeds["unlocked"],
  verify?: typeof isSignedBy,
): Promise<Entry | PutAside> {
  const aside = asideOf(row);
  if (aside) return aside;
  const opened = await openEntry(row.sealed, (kid) => unlocked().keyOf(row.case, kid), verify);
  if (!opened.ok) return { id: row.id, why: opened.reason };
  const entry = fromInside(opened.header, opened.id, opened.inside);
  if (entry?.id !== row.id || entry.case !== row.case) return { id: row.id, why: "malformed" };
  const member = unlocked().memberOf?.(row.device);
  if (member !== undefined && member !== entry.author) return { id: row.id, why: "other-author" };
  return entry;
}

const isBadlySigned = (one: Entry | PutAside): boolean => isPutAside(one) && one.why === "bad-signature";

/** Rows of one case, in their order. */
export async function openRows(
  { database, unlocked }: Pick<CaseNeeds, "database" | "unlocked">,
  rows: readonly NewRow[],
): Promise<readonly (Entry | PutAside)[]> {
  if (rows.length < many) {
    const opened = await openAll(rows, (row) => openRow(row, unlocked));
    if (!opened.some(isBadlySigned)) return opened;
  }
  const { createVouching } = await import("./vouching.ts");
  const isAuthentic = createVouching(database, rows);
  const latestFirst = [...rows].reverse();
  return (await openAll(latestFirst, (row) => openRow(row, unlocked, isAuthentic(row)))).reverse();
}

/** Did its device sign it itself? */
export async function isSigned({ id, device, sealed }: NewRow): Promise<boolean> {
  const layout = layoutOf(sealed);
  return layout !== undefined && isSignedBy(device, "entry", hexToBytes(id), layout.signature);
}

/** What a row says, whether or not it counts; `undefined` where it does not open, or not yet. */
export async function entryIn(
  row: EntryRow,
  unlocked: CaseNeeds["unlocked"],
  verify?: typeof isSignedBy,
): Promise<Entry | undefined> {
  const opened = await openEntry(row.sealed, (kid) => unlocked().keyOf(row.case, kid), verify);
  return opened.ok ? fromInside(opened.header, opened.id, opened.inside) : undefined;
}

/** How a row that was opened stands. What does not open for another reason than a key is refused. */
export function stateOf(one: Entry | PutAside): EntryRow["state"] {
  if (isPutAside(one)) return one.why === "waits-for-key" ? "waits-for-key" : "refused";
  return isReadable(one) ? "folded" : "unread";
}
