import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { holdFolder } from "./holdFolder.ts";
import type { Queries, Row, Sql, Value } from "./sql.ts";

/** Bytes come as `\x` and their hex. The engine's own way reads two digits at a time, and takes longer than the query. */
const parsers = {
  [types.INT8]: (text: string) => Number(text),
  [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
};

type Engine = Pick<PGlite, "query">;

const queriesOf = (engine: Engine): Queries => ({
  query: async (text, values: readonly Value[] = []) =>
    (await engine.query<Row>(text, [...values], { parsers })).rows,
});

/**
 * A folder that is there is whole: it is filled under another name, so that a start that is killed halfway leaves nothing
 * that the next one would take for a database.
 */
async function filled(folder: string): Promise<string> {
  const whole = join(folder, "pglite");
  if (existsSync(whole)) return whole;
  const half = `${whole}.new`;
  await rm(half, { recursive: true, force: true });
  await (await PGlite.create({ dataDir: half })).close();
  await rename(half, whole);
  return whole;
}

async function openIn(
  folder: string,
): Promise<{ readonly pglite: PGlite; readonly release: () => Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await holdFolder(folder);
  try {
    return { pglite: await PGlite.create({ dataDir: await filled(folder) }), release };
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * The embedded engine: PostgreSQL in this process, in a folder, or in memory where none is named. One connection, one
 * process; it survives a process that is killed, and not a power cut.
 * `copyOf`: in memory, what such an engine dumped, which is ten times quicker than to begin anew.
 * @throws Error with one sentence where another process has the folder.
 */
export async function openPglite(folder?: string, { copyOf }: { readonly copyOf?: Blob } = {}): Promise<Sql> {
  const { pglite, release } = folder
    ? await openIn(folder)
    : { pglite: await PGlite.create(copyOf ? { loadDataDir: copyOf } : {}), release: undefined };
  return {
    engine: "pglite",
    ...queriesOf(pglite),
    transaction: (run) =>
      pglite.transaction(async (transaction) => {
        const queries = queriesOf(transaction);
        const atEnd: (() => Promise<unknown>)[] = [];
        const result = await run({
          ...queries,
          script: async (text) => {
            await transaction.exec(text);
          },
          atEnd: (text, values) => atEnd.push(() => queries.query(text, values)),
        });
        for (const say of atEnd) await say();
        return result;
      }),
    listen: (channel, hear) => pglite.listen(channel, hear),
    async close() {
      await pglite.close();
      await release?.();
    },
  };
}
