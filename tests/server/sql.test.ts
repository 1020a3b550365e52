import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { emptyHead, type LogName, type Numbered } from "../../src/protocol/logs.ts";
import { pull, push } from "../../src/server/logs.ts";
import { migrate, NewerDatabaseError } from "../../src/server/sql/migrate.ts";
import { migrations } from "../../src/server/sql/migrations.ts";
import { openPglite } from "../../src/server/sql/pglite.ts";
import { openPostgres } from "../../src/server/sql/postgres.ts";
import { type Sql, transactionAgain } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import { openedPostgres, sqlEngines } from "./engines.ts";

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

  test("a push of 200 rows costs a handful of statements", async () => {
    const sql = await opened();
    await migrate(sql);
    const log = newLog();
    const rows = rowsOf(400);
    await pushed(sql, log, rows.slice(0, 200));
    const said: string[] = [];
    const counted: Sql = {
      ...sql,
      transaction: (run) =>
        sql.transaction((transaction) =>
          run({
            ...transaction,
            query: (text, values) => {
              said.push(text);
              return transaction.query(text, values);
            },
          }),
        ),
    };
    await pushed(counted, log, rows.slice(200));
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
