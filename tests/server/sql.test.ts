import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { emptyHead, type LogName, type Numbered } from "../../src/protocol/logs.ts";
import { pull, push } from "../../src/server/logs.ts";
import { deviceColumn, hexColumn, logValues } from "../../src/server/sql/columns.ts";
import { migrate, NewerDatabaseError } from "../../src/server/sql/migrate.ts";
import { migrations } from "../../src/server/sql/migrations.ts";
import { openPglite } from "../../src/server/sql/pglite.ts";
import { openPostgres } from "../../src/server/sql/postgres.ts";
import { type Sql, transactionAgain } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import { openedPostgres, sqlEngines } from "./engines.ts";
import { overheard, type Said } from "./overheard.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
const newLog = (): LogName => ({ agency: hex(16), kind: "entries", case: hex(16) });

function rowsOf(count: number): Numbered[] {
  const device = deviceIdOf(randomBytes(32));
  const rows: Numbered[] = [];
  for (let n = 1; n <= count; n += 1) {
    rows.push({
      id: hex(32),
      device,
      n,
      prev: rows.at(-1)?.id ?? "",
      bytes: new Uint8Array(randomBytes(300)),
    });
  }
  return rows;
}

const pushed = (sql: Sql, log: LogName, rows: readonly Numbered[]) =>
  createSqlTables(sql).inAgency(log.agency, (shard) => push(shard, log, rows, () => undefined, 1));
const pulled = (sql: Sql, log: LogName, after = emptyHead) =>
  createSqlTables(sql).inAgency(log.agency, (shard) => pull(shard, log, after, 200, 1_000_000));

/** As the first version did, which knew no more tables. */
async function writtenBefore(sql: Sql, log: LogName, rows: readonly Numbered[]): Promise<void> {
  const values = logValues(log);
  for (const [index, { device, n, id, bytes }] of rows.entries()) {
    await sql.query("INSERT INTO log_row VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)", [
      ...values,
      index + 1,
      ...[deviceColumn(device), n, hexColumn(id), hexColumn(hex(16)), bytes],
    ]);
  }
  await sql.query("INSERT INTO log_head VALUES ($1, $2, $3, $4, $5)", [
    ...values,
    rows.length,
    hexColumn(hex(16)),
  ]);
}

const versionsIn = (sql: Sql) => sql.query("SELECT version FROM schema_version ORDER BY version");

describe.each(sqlEngines)("%s", (_name, open) => {
  const opened = async (): Promise<Sql> => {
    const { sql, close } = await open();
    closing.push(close);
    return sql;
  };

  test("is brought up to date once, by several at the same time, and again only by what is new", async () => {
    const sql = await opened();
    await Promise.all([migrate(sql), migrate(sql), migrate(sql)]);
    expect(await versionsIn(sql)).toEqual(migrations.map((_, index) => ({ version: index + 1 })));
    await migrate(sql, [...migrations, "CREATE TABLE tea (cups integer)"]);
    expect(await sql.query("SELECT cups FROM tea")).toEqual([]);
    expect(await versionsIn(sql)).toHaveLength(migrations.length + 1);
  });

  test("is not touched by a program that is older than it", async () => {
    const sql = await opened();
    await migrate(sql, [...migrations, "CREATE TABLE tea (cups integer)"]);
    await expect(migrate(sql)).rejects.toThrow(NewerDatabaseError);
    await expect(migrate(sql)).rejects.toThrow(/start the newer program/);
  });

  test("keeps nothing of a step that fails halfway", async () => {
    const sql = await opened();
    await migrate(sql);
    await expect(
      migrate(sql, [...migrations, "CREATE TABLE tea (cups integer); SELECT 1/0"]),
    ).rejects.toThrow();
    await migrate(sql);
    await expect(sql.query("SELECT cups FROM tea")).rejects.toThrow();
  });

  test("knows the last number of each device also in logs from before it was kept by itself", async () => {
    const sql = await opened();
    await migrate(sql, migrations.slice(0, 1));
    const [log, other] = [newLog(), newLog()];
    const [anna, bert, cees] = [rowsOf(30), rowsOf(12), rowsOf(1)];
    await writtenBefore(sql, log, [...anna.slice(0, 20), ...bert.slice(0, 9)]);
    await writtenBefore(sql, other, [...anna.slice(0, 3), ...cees]);
    await migrate(sql);
    const last = ([row]: Numbered[]) => row && [row.device, { n: row.n, id: row.id }];
    const devices = [anna, bert, cees].map(([row]) => row?.device ?? "");
    const lastIn = (name: LogName) =>
      createSqlTables(sql).inAgency(name.agency, async (shard) => [...(await shard.lastOf(name, devices))]);
    expect(await lastIn(log)).toEqual([last(anna.slice(19)), last(bert.slice(8))]);
    expect(await lastIn(other)).toEqual([last(anna.slice(2)), last(cees)]);
    const { answers } = await pushed(sql, log, [...anna.slice(20), ...bert.slice(9)]);
    expect(answers.map((answer) => "seq" in answer && answer.seq)).toEqual(
      Array.from({ length: 13 }, (_, index) => 30 + index),
    );
    expect(await lastIn(log)).toEqual([last(anna.slice(29)), last(bert.slice(11))]);
    await expect(
      sql.query("UPDATE log_head SET seq = seq + 1"),
      "a process of before that still runs writes nothing more",
    ).rejects.toThrow(/log_last_follows/);
  });

  test("lets a step take its time", async () => {
    const sql = await opened();
    await migrate(sql, ["CREATE TABLE tea AS SELECT current_setting('statement_timeout') AS longest"]);
    expect(await sql.query("SELECT longest FROM tea")).toEqual([{ longest: "0" }]);
  });

  test("takes a transaction again after a deadlock or a serialization failure, and no other", async () => {
    const sql = await opened();
    let tries = 0;
    const failing = (code: string, times: number) => () => {
      tries += 1;
      if (tries > times) return Promise.resolve("through");
      return Promise.reject(Object.assign(new Error("again"), { code }));
    };
    expect(await transactionAgain(sql, failing("40P01", 2))).toBe("through");
    tries = 0;
    expect(await transactionAgain(sql, failing("40001", 1))).toBe("through");
    tries = 0;
    await expect(transactionAgain(sql, failing("23505", 1))).rejects.toThrow("again");
    expect(tries).toBe(1);
  });

  test("what is said at the end is undone with all the rest where it breaks, and what follows goes on", async () => {
    const sql = await opened();
    await sql.query("CREATE TABLE tea (cups integer PRIMARY KEY)");
    const pour = (cups: readonly number[], atEnd: readonly number[]) =>
      sql.transaction(async (transaction) => {
        for (const one of cups) await transaction.query("INSERT INTO tea VALUES ($1)", [one]);
        for (const one of atEnd) transaction.atEnd("INSERT INTO tea VALUES ($1)", [one]);
      });
    await pour([1], [2, 3]);
    await expect(pour([4], [5, 2, 6])).rejects.toThrow(/duplicate key/);
    await pour([], [7]);
    const [row] = await sql.query("SELECT string_agg(cups::text, ' ' ORDER BY cups) AS poured FROM tea");
    expect(row).toEqual({ poured: "1 2 3 7" });
  });

  test("who waits for a log that another begins sees what that one wrote", async () => {
    const sql = await opened();
    await migrate(sql);
    const log = newLog();
    const members = { ...log, kind: "members" } as const;
    const [first, second] = rowsOf(2) as [Numbered, Numbered];
    const held: number[] = [];
    const write = (row: Numbered) =>
      createSqlTables(sql).inAgency(log.agency, async (shard) => {
        const { head, heads, last } = await shard.hold(log, [members], [row.device]);
        held.push(head.seq, heads[0]?.seq ?? -1, last.get(row.device)?.n ?? 0);
        const placed = (of: LogName, seq: number) =>
          shard.appendAtEnd(of, [{ ...row, seq, chain: hex(16), receivedAt: 1 }]);
        await shard.lockHead(members);
        placed(members, head.seq + 1);
        placed(log, head.seq + 1);
      });
    await Promise.all([write(first), write(second)]);
    expect(held).toEqual([0, 0, 0, 1, 1, held[5]]);
    expect(held[5], "the number of the one that came first").toBeGreaterThan(0);
  });

  test("a push of 200 rows costs a handful of statements", async () => {
    const sql = await opened();
    await migrate(sql);
    const log = newLog();
    const rows = rowsOf(400);
    await pushed(sql, log, rows.slice(0, 200));
    const said: Said[] = [];
    await pushed(overheard(sql, said), log, rows.slice(200));
    expect(said).toHaveLength(3);
  });
});

test("what the embedded engine took is there after a restart, and its folder is one process's own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keukentafel-"));
  closing.push(() => rm(folder, { recursive: true }));
  const data = join(folder, "data");
  const [log, rows] = [newLog(), rowsOf(5)];
  const first = await openPglite(data);
  await migrate(first);
  const { head } = await pushed(first, log, rows);
  await expect(openPglite(data)).rejects.toThrow(/Another relay uses the folder/);
  await first.close();
  const second = await openPglite(data);
  closing.push(() => second.close());
  await migrate(second);
  expect(await pulled(second, log)).toMatchObject({ rows: rows.map(({ bytes }) => ({ bytes })), head });
});

test("what PostgreSQL took is there for another process", async () => {
  const { sql, url, close } = await openedPostgres();
  closing.push(close);
  await migrate(sql);
  const [log, rows] = [newLog(), rowsOf(5)];
  await pushed(sql, log, rows);
  const other = await openPostgres(url);
  closing.push(() => other.close());
  expect(await pulled(other, log)).toMatchObject({ rows: rows.map(({ bytes }) => ({ bytes })) });
});

test("sixteen devices write on one case at once, and a reader that follows misses nothing", async () => {
  const { sql, url, close } = await openedPostgres();
  closing.push(close);
  await migrate(sql);
  // Half of them by another process's pool.
  const other = await openPostgres(url, { connections: 8 });
  closing.push(() => other.close());
  const log = newLog();
  const writers = Array.from({ length: 16 }, () => rowsOf(300));
  let isDone = false;
  const follow = async (): Promise<number[]> => {
    const seqs: number[] = [];
    let after = emptyHead;
    for (;;) {
      const isLast = isDone;
      const answer = await pulled(other, log, after);
      if ("rewind" in answer) throw new Error("the log went back");
      seqs.push(...answer.rows.map(({ seq }) => seq));
      const last = answer.rows.at(-1);
      if (last) {
        const chain = await createSqlTables(other).inAgency(log.agency, (shard) =>
          shard.chainAt(log, last.seq),
        );
        after = { seq: last.seq, chain: chain ?? "" };
      } else if (isLast) return seqs;
    }
  };
  const following = follow();
  await Promise.all(
    writers.map(async (rows, index) => {
      // Uneven portions, so that they do not take turns.
      for (let at = 0; at < rows.length; ) {
        const size = 1 + ((at + index) % 23);
        await pushed(index % 2 ? sql : other, log, rows.slice(at, at + size));
        at += size;
      }
    }),
  );
  isDone = true;
  expect(await following).toEqual(Array.from({ length: 4800 }, (_, index) => index + 1));
});
