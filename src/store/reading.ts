import type { Entry } from "../domain/entry.ts";
import type { CaseId } from "../domain/ids.ts";
import { unbundled } from "./bundled.ts";
import type { HeldBack } from "./ledger.ts";
import { type CaseNeeds, entryIn, isPutAside, openAll, openRows } from "./openRows.ts";
import { persist } from "./persist.ts";
import { lastRow, rowsAfter, rowsBefore } from "./rows.ts";

export type Unsent = {
  readonly id: string;
  readonly why: HeldBack["why"] | undefined;
  readonly entry: Entry | undefined;
};

/** What is asked of the rows on disk, beside the case file: neither waits for what is being written. */
export const createReading = ({ database, unlocked }: Pick<CaseNeeds, "database" | "unlocked">) => ({
  /** The newest entries first, opened page by page for the timeline. */
  async history(caseId: CaseId, before: number, count: number) {
    await unbundled(database, caseId);
    const rows = await persist(database, () => rowsBefore(database, caseId, before, count));
    const found = await openRows({ database, unlocked }, rows);
    return found.flatMap((entry, i) =>
      isPutAside(entry) ? [] : [{ arrived: rows[i]?.arrived ?? 0, entry }],
    );
  },

  /** What no relay has yet, opened, and why where it is held back. `entry`: absent where it does not open. */
  async unsentOf(caseId: CaseId, count: number): Promise<readonly Unsent[]> {
    const { rowsUnsent } = await import("./unsentRows.ts");
    const rows = await persist(database, () => rowsUnsent(database, caseId, count));
    const entries = await openAll(rows, (row) => entryIn(row, unlocked));
    return rows.map(({ id, held }, at) => ({ id, why: held, entry: entries[at] }));
  },

  /** See `lateRows.ts`. */
  async lateEntries(caseId: CaseId, elsewhere: readonly Uint8Array[]): Promise<readonly Entry[]> {
    const { lateEntries } = await import("./lateRows.ts");
    return lateEntries({ database, unlocked }, caseId, elsewhere);
  },

  async lastArrived(caseId: CaseId): Promise<number> {
    await unbundled(database, caseId);
    return (await persist(database, () => lastRow(database, caseId)))?.arrived ?? 0;
  },

  /** The sealed bytes of a case in order of arrival, for an export: unchanged. */
  async sealedEntries(caseId: CaseId): Promise<Uint8Array[]> {
    await unbundled(database, caseId);
    return (await persist(database, () => rowsAfter(database, caseId, 0))).map((row) => row.sealed);
  },
});
