import { afterEach, describe, expect, test } from "vitest";
import { migrate } from "../../src/server/sql/migrate.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import { type SimulatedTables, simulate } from "../converge/simulation.ts";
import { openedPglite, openedPostgres } from "./engines.ts";

/**
 * The same bad years as in `tests/converge`, over the tables that a relay really has. Fewer of them: each takes some ten
 * times as long. `KEUKENTAFEL_SQL_SEEDS` plays more.
 */
const wanted = Number(process.env.KEUKENTAFEL_SQL_SEEDS || 0);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const tables = ["log_head", "log_row", "log_last", "reader", "late_entry"] as const;

/** A backup is a copy of each table; restoring puts them all back in one transaction. */
function backedUp(sql: Sql): SimulatedTables {
  let copies = 0;
  return {
    ...createSqlTables(sql),
    async backup() {
      copies += 1;
      const schema = `copy_${copies}`;
      await sql.transaction(async (within) => {
        await within.query(`CREATE SCHEMA ${schema}`);
        for (const table of tables)
          await within.query(`CREATE TABLE ${schema}.${table} AS TABLE public.${table}`);
      });
      return schema;
    },
    async restore(from) {
      await sql.transaction(async (within) => {
        for (const table of tables) {
          await within.query(`DELETE FROM public.${table}`);
          await within.query(`INSERT INTO public.${table} SELECT * FROM ${String(from)}.${table}`);
        }
      });
    },
  };
}

describe.each([
  ["the embedded engine", openedPglite, wanted || 4],
  ["PostgreSQL", openedPostgres, wanted || 6],
] as const)("a bad year over %s", (_name, open, seeds) => {
  test("leaves everybody with the same, and loses nothing", { timeout: 900_000 }, async () => {
    const wrong: string[] = [];
    let rollbacks = 0;
    let forks = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { sql, close } = await open();
      closing.push(close);
      await migrate(sql);
      const { diverged, lost, happened } = await simulate(seed, backedUp(sql), 200);
      wrong.push(...diverged, ...lost);
      rollbacks += happened.rollbacks;
      forks += happened.forks;
      await closing.pop()?.();
    }
    expect(wrong).toEqual([]);
    expect(rollbacks, "it really was a bad year").toBeGreaterThan(0);
    expect(forks).toBeGreaterThan(0);
  });
});
