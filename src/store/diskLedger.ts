import type { Database } from "./database.ts";
import type { Ledger } from "./ledger.ts";
import { type Amend, createLedgerEntries } from "./ledgerEntries.ts";
import { createCursors, createLedgerLogs } from "./ledgerLogs.ts";
import { createWritingTogether } from "./writingTogether.ts";

/** What the exchange asks of what is stored, over the database that the journal writes in. */
export function createDiskLedger(database: Database, amend: Amend): Ledger {
  const { entries, casefiles, cursors: heads, statements } = database;
  const writing = createWritingTogether(database, [entries, casefiles, heads, statements]);
  const cursors = createCursors(database);
  return {
    ...createLedgerLogs(database, cursors, writing),
    ...createLedgerEntries(database, cursors, writing, amend),
  };
}
