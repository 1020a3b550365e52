import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { emptyHead } from "../../src/protocol/logs.ts";
import { openPglite } from "../../src/server/sql/pglite.ts";
import { openPostgres } from "../../src/server/sql/postgres.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { freshDatabase } from "../freshDatabase.ts";
import { postgresProgram } from "../postgres.ts";
import { openedPostgres } from "./engines.ts";
import { foundAgency, openServed } from "./served.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A morning that the backup has, and an afternoon that it has not. */
async function day(sql: Sql) {
  const { leave, ...served } = await openServed(sql);
  const { relay, agency, anna, entries, caseId, write } = await foundAgency({ leave, ...served });
  const morning = await write(anna, caseId, 3);
  const afternoon = await write(anna, caseId, 2, morning.at(-1));
  const bytesOf = (rows: typeof morning) => rows.map(({ bytes }) => bytes);
  await relay.push(entries, bytesOf(morning), true);
  await leave();

  const sendAfternoon = async (to: Sql) => {
    const again = await openServed(to);
    const answer = await again.relayOf(agency, anna).push(entries, bytesOf(afternoon), true);
    await again.leave();
    return "head" in answer ? answer.head : emptyHead;
  };

  /** What the device finds on the restored relay: a hash that is not its own. It offers again what is missing. */
  const givesBack = async (restored: Sql, head: typeof emptyHead) => {
    const again = await openServed(restored);
    const device = again.relayOf(agency, anna);
    expect(await device.pull(entries, head)).toMatchObject({ rewind: { seq: 3 } });
    expect(await device.push(entries, bytesOf(afternoon), false)).toMatchObject({ head });
    const rows = [...morning, ...afternoon].map(({ bytes }) => ({ bytes }));
    expect(await device.pull(entries, emptyHead)).toMatchObject({ rows });
    await again.leave();
  };
  return { sendAfternoon, givesBack };
}

test("a copy of the embedded engine's folder is a backup, and a device gives back what came after it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keukentafel-"));
  closing.push(() => rm(folder, { recursive: true }));
  const [data, backup] = [join(folder, "data"), join(folder, "backup")];
  const first = await openPglite(data);
  const { sendAfternoon, givesBack } = await day(first);
  await first.close();
  await cp(data, backup, { recursive: true });
  const second = await openPglite(data);
  const head = await sendAfternoon(second);
  await second.close();
  const restored = await openPglite(backup);
  closing.push(() => restored.close());
  await givesBack(restored, head);
});

const [dump, restore] = [postgresProgram("pg_dump"), postgresProgram("pg_restore")];

/** A day in a PostgreSQL, and a place for its dump. */
async function dayOfPostgres() {
  const folder = await mkdtemp(join(tmpdir(), "keukentafel-"));
  closing.push(() => rm(folder, { recursive: true }));
  const { sql, url, close } = await openedPostgres();
  closing.push(close);
  return { sql, url, file: join(folder, "relay.dump"), ...(await day(sql)) };
}

/** The package from npm has the server alone. */
test.skipIf(!dump || !restore)(
  "pg_dump is a backup of PostgreSQL, and a device gives back what came after it",
  async () => {
    const { sql, url, file, sendAfternoon, givesBack } = await dayOfPostgres();
    expect(spawnSync(dump ?? "", ["-Fc", "-f", file, url]).status).toBe(0);
    const head = await sendAfternoon(sql);
    const other = await freshDatabase();
    closing.push(other.drop);
    expect(spawnSync(restore ?? "", ["--clean", "--if-exists", "-d", other.url, file]).status).toBe(0);
    const restored = await openPostgres(other.url);
    closing.push(() => restored.close());
    await givesBack(restored, head);
  },
);

test.skipIf(!dump || !restore)(
  "a backup of before the last numbers were kept by themselves, put back over a relay that keeps them, is a backup too",
  async () => {
    const { sql, url, file, sendAfternoon, givesBack } = await dayOfPostgres();
    await sql.transaction((transaction) =>
      transaction.script(
        "DROP TABLE log_last; ALTER TABLE log_head DROP COLUMN log_last_seq; DELETE FROM schema_version WHERE version > 1",
      ),
    );
    expect(spawnSync(dump ?? "", ["-Fc", "-f", file, url]).status).toBe(0);
    const head = await sendAfternoon(sql);
    expect(spawnSync(restore ?? "", ["--clean", "--if-exists", "-d", url, file]).status).toBe(0);
    expect(await sql.query("SELECT max(n)::integer AS n FROM log_last"), "left of what came after").toEqual([
      { n: 5 },
    ]);
    const restored = await openPostgres(url);
    closing.push(() => restored.close());
    await givesBack(restored, head);
  },
);
