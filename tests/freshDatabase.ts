import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own in the run's PostgreSQL. `drop` ends connections that are still open. */
export async function freshDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const answer = await fetch(inject("postgresAt"));
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(said, `CREATE DATABASE ${name}`);
  const url = new URL(said);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(said, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
