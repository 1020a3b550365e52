import { migrations } from "./migrations.ts";
import type { Sql, Transaction } from "./sql.ts";

/** Of this program alone: several processes that start at once wait for each other here. */
const lockNumber = 7_305_114;

export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
}

async function versionIn(transaction: Transaction): Promise<number> {
  await transaction.script(
    "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, migrated_at timestamptz NOT NULL)",
  );
  const [row] = await transaction.query(
    "SELECT coalesce(max(version), 0)::integer AS version FROM schema_version",
  );
  return Number(row?.version);
}

/**
 * Brings the tables up to what this code knows. `steps`: the tests give others.
 * @throws NewerDatabaseError where the database has been used by newer code: this one would not know what it destroys.
 */
export async function migrate(sql: Sql, steps: readonly string[] = migrations): Promise<void> {
  await sql.transaction(async (transaction) => {
    // A step may take long over full tables, and whoever starts meanwhile waits for it.
    await transaction.script("SET LOCAL statement_timeout = 0");
    await transaction.query("SELECT pg_advisory_xact_lock($1::bigint)", [lockNumber]);
    const version = await versionIn(transaction);
    if (version > steps.length) {
      throw new NewerDatabaseError(
        `The database is of version ${version}, and this program knows ${steps.length}: start the newer program, or restore a backup of before.`,
      );
    }
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      await transaction.script(step);
      await transaction.query("INSERT INTO schema_version VALUES ($1, now())", [index + 1]);
    }
  });
}
