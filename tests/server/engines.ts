import { PGlite } from "@electric-sql/pglite";
import { migrate } from "../../src/server/sql/migrate.ts";
import { openPglite } from "../../src/server/sql/pglite.ts";
import { openPostgres } from "../../src/server/sql/postgres.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import type { Tables } from "../../src/server/tables.ts";
import { freshDatabase } from "../freshDatabase.ts";
import { createMemoryTables } from "./memoryTables.ts";

export type Engine = { readonly tables: Tables; readonly sql?: Sql; readonly close: () => Promise<void> };

let empty: Promise<Blob> | undefined;

async function dumpEmpty(): Promise<Blob> {
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir("none");
  await pglite.close();
  return dump;
}

export async function openedPglite(): Promise<{ readonly sql: Sql; readonly close: () => Promise<void> }> {
  empty ??= dumpEmpty();
  const sql = await openPglite(undefined, { copyOf: await empty });
  return { sql, close: () => sql.close() };
}

export async function openedPostgres(): Promise<{
  readonly sql: Sql;
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const { url, drop } = await freshDatabase();
  const sql = await openPostgres(url, { connections: 20 });
  const close = async () => {
    await sql.close();
    await drop();
  };
  return { sql, url, close };
}

export const sqlEngines = [
  ["the embedded engine", openedPglite],
  ["PostgreSQL", openedPostgres],
] as const;

async function migrated(open: (typeof sqlEngines)[number][1]): Promise<Engine> {
  const { sql, close } = await open();
  await migrate(sql);
  return { tables: createSqlTables(sql), sql, close };
}

/** What the relay's rules run over: they must behave alike. */
export const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
  ["tables in memory", async () => ({ tables: createMemoryTables(), close: async () => undefined })],
  ...sqlEngines.map(([name, open]) => [name, () => migrated(open)] as const),
];
