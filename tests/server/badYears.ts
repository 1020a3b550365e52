import { expect } from "vitest";
import { migrate } from "../../src/server/sql/migrate.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { createSqlTables } from "../../src/server/sql/sqlTables.ts";
import { type SimulatedTables, simulate } from "../converge/simulation.ts";

/**
 * The same bad years as in `tests/converge`, over the tables that a relay really has. Fewer of them, and shorter: each takes
 * some ten times as long. `KEUKENTAFEL_SQL_SEEDS` plays more.
 */

const ops = 200;
const tables = ["log_head", "log_row", "log_last", "reader", "late_entry"] as const;

/** A backup is a copy of each table's rows; restoring puts them all back in one transaction. */
function backedUp(sql: Sql): SimulatedTables {
  let copies = 0;
  return {
    ...createSqlTables(sql),
    async backup() {
      copies += 1;
      await sql.transaction(async (within) => {
        for (const table of tables)
          await within.query(`INSERT INTO copy_of.${table} SELECT $1::integer, ${table} FROM ${table}`, [
            copies,
          ]);
      });
      return copies;
    },
    async restore(from) {
      await sql.transaction(async (within) => {
        for (const table of tables) {
          await within.query(`DELETE FROM ${table}`);
          await within.query(`INSERT INTO ${table} SELECT (kept).* FROM copy_of.${table} WHERE copy = $1`, [
            Number(from),
          ]);
        }
      });
    },
  };
}

/** One engine for all of them: to start one takes as long as a year. */
export async function expectBadYears(sql: Sql, usually: number): Promise<void> {
  const seeds = Number(process.env.KEUKENTAFEL_SQL_SEEDS || usually);
  await migrate(sql);
  await sql.query("CREATE SCHEMA copy_of");
  for (const table of tables) await sql.query(`CREATE TABLE copy_of.${table} (copy integer, kept ${table})`);
  const all = tables.flatMap((table) => [table, `copy_of.${table}`]).join(", ");
  const wrong: string[] = [];
  let [rollbacks, forks, removals] = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed += 1) {
    await sql.query(`TRUNCATE ${all}`);
    const { diverged, lost, happened } = await simulate(seed, backedUp(sql), ops);
    wrong.push(...diverged, ...lost);
    rollbacks += happened.rollbacks;
    forks += happened.forks;
    removals += happened.removals;
  }
  expect(wrong).toEqual([]);
  expect(rollbacks, "it really was a bad year").toBeGreaterThan(0);
  expect(forks).toBeGreaterThan(0);
  expect(removals).toBeGreaterThan(0);
}
