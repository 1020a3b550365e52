import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { emptyHead } from "../../src/protocol/logs.ts";
import * as caseStatements from "../../src/server/sql/caseStatements.ts";
import * as logStatements from "../../src/server/sql/logStatements.ts";
import { migrate } from "../../src/server/sql/migrate.ts";
import { migrations, tablesByAgency } from "../../src/server/sql/migrations.ts";
import * as sessionStatements from "../../src/server/sql/sessionStatements.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import { openedPostgres } from "./engines.ts";
import { overheard, type Said } from "./overheard.ts";
import { foundAgency, openServed } from "./served.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const partitions = 8;

/** The same tables, laid out by a hash of the agency: what a distributed PostgreSQL does with them. */
function partitioned(step: string): string {
  let text = step;
  for (const table of tablesByAgency) {
    const pattern = new RegExp(`CREATE TABLE ${table} \\(([^;]*)\\);`);
    const parts = Array.from(
      { length: partitions },
      (_, i) =>
        `CREATE TABLE ${table}_p${i} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${i});`,
    );
    text = text.replace(
      pattern,
      `CREATE TABLE ${table} ($1) PARTITION BY HASH (agency);\n${parts.join("\n")}`,
    );
  }
  return text;
}

type Plan = { readonly "Relation Name"?: string; readonly Plans?: readonly Plan[] };

const relationsIn = (plan: Plan): string[] => [
  ...(plan["Relation Name"] ? [plan["Relation Name"]] : []),
  ...(plan.Plans ?? []).flatMap(relationsIn),
];

/** The numbers of the partitions that a statement touches. */
async function shardsOf(sql: Sql, { text, values }: Said): Promise<ReadonlySet<string>> {
  const [row] = await sql.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  const explained = row?.["QUERY PLAN"] as readonly { readonly Plan: Plan }[];
  return new Set(
    explained
      .flatMap(({ Plan: plan }) => relationsIn(plan))
      .flatMap((name) => /_p(\d+)$/.exec(name)?.[1] ?? []),
  );
}

const statements = [logStatements, caseStatements, sessionStatements].flatMap((one) => Object.values(one));

test("no statement about an agency touches two shards", async () => {
  const { sql, close } = await openedPostgres();
  closing.push(close);
  await migrate(sql, migrations.map(partitioned));
  const parts = await sql.query(
    "SELECT count(*) AS count FROM pg_class WHERE relname ~ '_p[0-9]+$' AND relkind = 'r'",
  );
  expect(parts).toEqual([{ count: partitions * tablesByAgency.length }]);
  const said: Said[] = [];
  const heard = overheard(sql, said);
  for (let i = 0; i < 3; i += 1) await doEverything(heard);

  const byAgency = said.filter(({ text }) =>
    tablesByAgency.some((table) => new RegExp(`\\b${table}\\b`).test(text)),
  );
  const forgotten = statements.filter((text) => !byAgency.some((one) => one.text === text));
  expect(forgotten, "each statement of the code was sent").toEqual([]);
  expect(said.length).toBeGreaterThan(60);
  for (const one of byAgency) {
    const shards = await shardsOf(sql, one);
    // An INSERT names its table, and the row finds its one partition by itself.
    expect(shards.size, one.text).toBeLessThanOrEqual(1);
    if (!/^\s*INSERT/.test(one.text)) expect(shards.size, one.text).toBe(1);
    expect(one.text, "the agency is the first parameter").toMatch(/agency\b[^;]*\$1/);
  }
  const touched = new Set<string>();
  for (let i = 0; i < 20; i += 1) {
    const of = { text: logStatements.readHead, values: [randomBytes(16), randomBytes(16), 1] };
    for (const shard of await shardsOf(sql, of)) touched.add(shard);
  }
  expect(touched.size, "agencies lie on several shards").toBeGreaterThan(1);
  const across = await shardsOf(sql, { text: "SELECT seq FROM log_head", values: [] });
  expect(across.size, "a statement that did would be seen").toBe(partitions);
});

/** A day of an agency, in which every statement is said. */
async function doEverything(sql: Sql): Promise<void> {
  const served = await openServed(sql);
  closing.push(() => served.leave());
  const { anna, agency, caseId, relay, membership, entries, roster, write, say } = await foundAgency(served, {
    isAnother: true,
  });
  const written = (await write(anna, caseId, 3)).map(({ bytes }) => bytes);
  await relay.push(entries, written.slice(0, 2), true);
  await relay.push(entries, written, true);
  await relay.pull(entries, emptyHead);
  const answer = await relay.pull(entries, { seq: 1, chain: "00".repeat(16) });
  expect(answer).toMatchObject({ rewind: { seq: 3 } });
  await relay.ids(entries, 0);
  await relay.heads();
  await relay.late(caseId, written);
  await relay.missing(caseId, [{ id: "00".repeat(32), device: anna.id, n: 1 }]);
  await relay.lateOf(caseId);
  await relay.pull(roster, emptyHead);
  await relay.push(
    membership,
    [(await say(anna, caseId, { kind: "renewed", kid: "00".repeat(8), cuts: [] })).bytes],
    true,
  );
  const log = { agency, kind: "entries", case: Buffer.from(randomBytes(16)).toString("hex") } as const;
  await createSqlTables(sql).inAgency(agency, (shard) => shard.lockHead(log));
  // Another process, which knows the session only from the table.
  const other = await openServed(sql);
  closing.push(() => other.leave());
  let token = "";
  const spying = ((input, init) => {
    token = new Headers(init?.headers).get("Authorization") ?? token;
    return served.direct(String(input), init);
  }) as typeof fetch;
  await served.relayOf(agency, anna, spying).heads();
  const headers = { "Keukentafel-Protocol": "1", Authorization: token };
  expect((await other.direct("/api/heads", { headers })).status).toBe(200);
}
