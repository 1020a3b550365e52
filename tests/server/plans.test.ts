import { createHash, randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import { migrate } from "../../src/server/sql/migrate.ts";
import type { Sql, Value } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import type { LogRow, Shard } from "../../src/server/tables.ts";
import { openedPostgres } from "./engines.ts";
import { overheard, type Said } from "./overheard.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
const newLog = (agency = hex(16)): LogName => ({ agency, kind: "entries", case: hex(16) });
const newDevices = (count: number): string[] =>
  Array.from({ length: count }, () => deviceIdOf(randomBytes(32)));

/** Each device writes so many at a time, in turn with the others. */
const inTurn = 50;
const turnOf = (seq: number): number => Math.floor((seq - 1) / inTurn);

function rowAt(seq: number, devices: readonly string[]): LogRow {
  const turn = turnOf(seq);
  const device = devices[turn % devices.length] ?? "";
  const n = Math.floor(turn / devices.length) * inTurn + ((seq - 1) % inTurn) + 1;
  const id = createHash("sha256").update(`${device} ${n}`).digest("hex");
  return { id, device, n, seq, chain: id.slice(0, 32), receivedAt: 1, bytes: new Uint8Array(60) };
}

/** Rows of the log from one number on, as the relay writes them. */
async function grow(sql: Sql, log: LogName, devices: readonly string[], from: number, to: number) {
  for (let seq = from; seq <= to; seq += 2000) {
    const count = Math.min(2000, to - seq + 1);
    await createSqlTables(sql).inAgency(log.agency, async (shard) => {
      await shard.lockHead(log);
      await shard.append(
        log,
        Array.from({ length: count }, (_, i) => rowAt(seq + i, devices)),
      );
    });
  }
}

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly Plans?: readonly Plan[];
};

const nodesIn = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesIn)];

type Cost = { readonly rows: number; readonly blocks: number; readonly isSorted: boolean };

function costOf(plan: Plan): Cost {
  const nodes = nodesIn(plan);
  const read = nodes
    .filter((node) => node["Relation Name"])
    .map((node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
  return {
    rows: read.reduce((sum, rows) => sum + rows, 0),
    blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
    isSorted: nodes.some((node) => node["Node Type"].includes("Sort")),
  };
}

function literal(value: Value): string {
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString("hex")}'`;
  return Array.isArray(value) ? `'{${value.join(",")}}'` : String(value);
}

/** PostgreSQL plans a statement five times for what it is asked, and then, where that costs no more, once for all. */
const plannings = ["force_custom_plan", "force_generic_plan"] as const;

/** What the database does for these statements, the same ones in the same order within one transaction. */
const explained = (sql: Sql, said: readonly Said[], planning: (typeof plannings)[number]): Promise<Cost[]> =>
  sql.transaction(async (transaction) => {
    await transaction.script(`SET LOCAL plan_cache_mode = ${planning}`);
    const costs: Cost[] = [];
    for (const { text, values } of said) {
      if (!/\bFROM\b/.test(text)) {
        await transaction.query(text, values);
        continue;
      }
      const name = `explained_${hex(8)}`;
      await transaction.script(`PREPARE ${name} AS ${text}`);
      const [row] = await transaction.query(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE ${name}(${values.map(literal).join(", ")})`,
      );
      const plans = row?.["QUERY PLAN"] as readonly { readonly Plan: Plan }[];
      costs.push(...plans.map((one) => costOf(one.Plan)));
    }
    return costs;
  });

type Look = (shard: Shard) => Promise<number>;

/** Each way to look into a log, and how many rows it found. */
function looksInto(log: LogName, devices: readonly string[], count: number): Record<string, Look> {
  // Of several devices, in the middle of the log.
  const asked = Array.from({ length: 120 }, (_, i) => rowAt(count / 2 + i, devices));
  return {
    lastOf: async (shard) => (await shard.lastOf(log, devices.slice(3, 6))).size,
    taken: async (shard) => (await shard.taken(log, asked)).length,
    chainAt: async (shard) => ((await shard.chainAt(log, count - 500)) === undefined ? 0 : 1),
    rowsAfter: async (shard) => (await shard.rowsAfter(log, count - 500, 200, 1_000_000)).length,
    idsAfter: async (shard) => (await shard.idsAfter(log, count - 500, 200)).length,
  };
}

const wanted = { lastOf: 3, taken: 120, chainAt: 1, rowsAfter: 200, idsAfter: 200 };

/** Fails where any look reads more than it gives, however the statements are planned. */
async function readsWhatItGives(
  sql: Sql,
  log: LogName,
  devices: readonly string[],
  count: number,
  when: string,
) {
  for (const [name, look] of Object.entries(looksInto(log, devices, count))) {
    const said: Said[] = [];
    const given = await createSqlTables(overheard(sql, said)).inAgency(log.agency, look);
    expect(given, name).toBe(wanted[name as keyof typeof wanted]);
    for (const planning of plannings) {
      const [cost, ...others] = await explained(sql, said, planning);
      const about = `${name}, ${when}, ${planning}: ${JSON.stringify(cost)}`;
      expect(others, about).toEqual([]);
      expect(cost?.isSorted, about).toBe(false);
      expect(cost?.rows, about).toBeLessThanOrEqual(given + 1);
      // Two or three of an index and one of the table for each that is looked up by itself.
      expect(cost?.blocks, about).toBeLessThanOrEqual(5 * (given + 1));
    }
  }
}

test("whatever the statistics say, looking into a long log reads what it gives", async () => {
  const { sql, close } = await openedPostgres();
  closing.push(close);
  await migrate(sql);
  // Else the database may gather statistics in the midst of this.
  for (const table of ["log_row", "log_last"])
    await sql.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  const [log, devices] = [newLog(), newDevices(16)];
  await grow(sql, log, devices, 1, 10_000);
  await readsWhatItGives(sql, log, devices, 10_000, "without statistics");
  // From here on both indexes are equally high.
  await grow(sql, log, devices, 10_001, 20_000);
  await readsWhatItGives(sql, log, devices, 20_000, "without statistics, twice as long");

  // Families of an agency each have some rows, and none is another agency's: what statistics of one column can't tell.
  for (let agency = 0; agency < 20; agency += 1) {
    const id = hex(16);
    for (let i = 0; i < 20; i += 1) await grow(sql, newLog(id), newDevices(1), 1, 10);
  }
  await sql.query("ANALYZE");
  await readsWhatItGives(sql, log, devices, 20_000, "with statistics");
  const other = newLog();
  await grow(sql, other, devices, 1, 20_000);
  await readsWhatItGives(sql, other, devices, 20_000, "with statistics from before the log began");

  const [everything] = await explained(
    sql,
    [{ text: "SELECT id FROM log_row WHERE received_at = $1 LIMIT 1", values: [2] }],
    "force_custom_plan",
  );
  expect(everything?.rows, "a look that reads everything would be seen").toBeGreaterThan(40_000);
});
