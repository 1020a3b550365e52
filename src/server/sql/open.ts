import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";
import type { Sql } from "./sql.ts";

/** Says in one sentence what the operator can mend. */
export class UnusableDatabaseError extends Error {
  override readonly name = "UnusableDatabaseError";
}

type Environment = Readonly<Record<string, string | undefined>>;

const reasonOf = (error: unknown): string => (error instanceof Error && error.message) || String(error);

/**
 * PostgreSQL where DATABASE_URL names one, else the embedded engine in KEUKENTAFEL_DATA or the given folder.
 * @throws UnusableDatabaseError
 */
export async function openSql(environment: Environment, folder: string): Promise<Sql> {
  const { DATABASE_URL: url, KEUKENTAFEL_DATA: named, KEUKENTAFEL_CONNECTIONS: connections } = environment;
  try {
    if (url) return await openPostgres(url, { connections: Number(connections) || 10 });
    return await openPglite(named || folder);
  } catch (error) {
    const what = url ? "The database that DATABASE_URL names" : `The folder ${named || folder}`;
    throw new UnusableDatabaseError(`${what} can't be used: ${reasonOf(error)}`, { cause: error });
  }
}
