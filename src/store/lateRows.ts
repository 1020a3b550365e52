import type { Entry } from "../domain/entry.ts";
import type { CaseId } from "../domain/ids.ts";
import { openEntry } from "../vault/seal.ts";
import { fromInside } from "./entryCodec.ts";
import { type CaseNeeds, openAll } from "./openRows.ts";
import { persist } from "./persist.ts";
import { createVouching, rowFor } from "./vouching.ts";

/** What is kept of a case and does not stand, its writer having no right there any more. */
async function outsideRows({ database }: Pick<CaseNeeds, "database">, caseId: CaseId): Promise<Uint8Array[]> {
  const rows = await persist(database, () =>
    database.entries.where("[case+outside]").equals([caseId, 1]).toArray(),
  );
  return rows.flatMap(({ held, sealed }) => (held === "fork" || held === "sealed-anew" ? [] : [sealed]));
}

/**
 * What somebody wrote who may no longer, opened so that it can be read before it is taken in, each device's in the order of
 * its numbers: what is kept here of it, and what lies elsewhere. What does not open is left out.
 */
export async function lateEntries(
  needs: Pick<CaseNeeds, "database" | "unlocked">,
  caseId: CaseId,
  elsewhere: readonly Uint8Array[],
): Promise<readonly Entry[]> {
  const sealed = [...(await outsideRows(needs, caseId)), ...elsewhere];
  // By the same rule as what counts: nothing may come in with these that could not be read here.
  const rows = sealed.map(rowFor).reverse();
  const isAuthentic = createVouching(needs.database, rows);
  const opened = await openAll(rows, (row) =>
    openEntry(row.sealed, (kid) => needs.unlocked().keyOf(caseId, kid), isAuthentic(row)),
  );
  const found = new Map<string, Entry>();
  for (const one of opened) {
    const entry = one.ok ? fromInside(one.header, one.id, one.inside) : undefined;
    if (entry?.case !== caseId) continue;
    // Nobody writes as another: it would not count once it was taken in either.
    const member = needs.unlocked().memberOf?.(entry.device);
    if (member === undefined || member === entry.author) found.set(entry.id, entry);
  }
  return [...found.values()].sort((a, b) => a.n - b.n);
}
