import { bundledFrom as usually } from "./bundles.ts";
import type { Database } from "./database.ts";
import { type Amend, createEntryChanges } from "./entryChanges.ts";
import type { Ledger } from "./ledger.ts";
import { createLedgerEntries } from "./ledgerEntries.ts";
import { createCursors, createLedgerLogs } from "./ledgerLogs.ts";
import { createLedgerSending } from "./ledgerSending.ts";
import { createWritingTogether } from "./writingTogether.ts";

/** What the exchange asks of what is stored, over the database that the journal writes in. */
export function createDiskLedger(database: Database, amend: Amend, bundledFrom = usually): Ledger {
  const { entries, bundles, casefiles, cursors: heads, statements } = database;
  const writing = createWritingTogether(database, [entries, bundles, casefiles, heads, statements]);
  const cursors = createCursors(database);
  const changes = createEntryChanges(database, cursors, writing, amend);
  return {
    ...createLedgerLogs(database, cursors, writing),
    ...createLedgerEntries(database, changes, bundledFrom),
    ...createLedgerSending(database, cursors, writing, changes),
  };
}
