import type { CaseId } from "../domain/ids.ts";
import { openEntry } from "../vault/seal.ts";
import type { isSignedBy } from "../vault/signature.ts";
import { afterNext, type Last, type NewRow, nothingYet } from "./arrival.ts";
import type { PutAside } from "./cache.ts";
import type { Database, EntryRow } from "./database.ts";
import { fromInside } from "./entryCodec.ts";
import { type CaseNeeds, openAll, stateOf } from "./openRows.ts";
import { guardFormat, persist } from "./persist.ts";
import { lastRow } from "./rows.ts";
import { createVouching, rowFor } from "./vouching.ts";

/** A row to keep, or why these bytes are refused. What waits for a key, or a newer version, is kept. */
async function judged(
  unlocked: CaseNeeds["unlocked"],
  caseId: CaseId,
  bytes: Uint8Array,
  verify: typeof isSignedBy,
): Promise<NewRow | PutAside> {
  const result = await openEntry(bytes, (kid) => unlocked().keyOf(caseId, kid), verify);
  if (result.ok) {
    const entry = fromInside(result.header, result.id, result.inside);
    if (entry?.case !== caseId) return { id: result.id, why: "malformed" };
    const { id, device, n } = entry;
    return { id, case: caseId, device, n, state: stateOf(entry), sealed: bytes, unsent: 1 };
  }
  if (result.reason !== "waits-for-key") return { id: "", why: result.reason };
  const { device, n, case: of } = result.header;
  if (of !== caseId) return { id: result.id, why: "malformed" };
  return { id: result.id, case: caseId, device, n, state: "waits-for-key", sealed: bytes, unsent: 1 };
}

type StoredElsewhere = { readonly id: string; readonly why: "fork" };

/**
 * Stores entries of one case that came from another device or from a file, in order. A known one is passed over; one
 * whose number another entry of that device already has (a cloned tablet) is handed back and stops nothing.
 */
function storeReceived(
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
        const before: Last = last ?? (await lastRow(database, row.case)) ?? nothingYet;
        last = afterNext(before, row.id);
        fresh.push({ ...row, ...last });
      }
      await database.entries.bulkAdd(fresh);
      const refused = new Set(forked.map(({ id }) => id));
      const ids = new Set(rows.map((row) => row.id));
      return { stored: [...ids].filter((id) => !knownBefore?.has(id) && !refused.has(id)), forked };
    }),
  );
}

/** Keeps sealed entries from a file or another device. Each is judged by itself: a bad one stops no other. */
export async function receive(
  { database, unlocked }: Pick<CaseNeeds, "database" | "unlocked">,
  caseId: CaseId,
  sealed: readonly Uint8Array[],
): Promise<{ readonly stored: number; readonly refused: readonly PutAside[] }> {
  const headed = sealed.map(rowFor).reverse();
  const isAuthentic = createVouching(database, headed);
  const found = await openAll(headed, (one) => judged(unlocked, caseId, one.sealed, isAuthentic(one)));
  found.reverse();
  const rows = found.flatMap((one) => ("why" in one ? [] : [one]));
  const refused = found.flatMap((one) => ("why" in one ? [one] : []));
  const { stored, forked } = await storeReceived(database, rows);
  return { stored: stored.length, refused: [...refused, ...forked] };
}
