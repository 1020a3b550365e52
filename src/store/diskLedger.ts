import type { Database } from "./database.ts";
import type { Ledger } from "./ledger.ts";
import { type Amend, createLedgerEntries } from "./ledgerEntries.ts";
import { createLedgerLogs } from "./ledgerLogs.ts";

/** What the exchange asks of what is stored, over the database that the journal writes in. */
export const createDiskLedger = (database: Database, amend: Amend): Ledger => ({
  ...createLedgerLogs(database),
  ...createLedgerEntries(database, amend),
});
