import { mkdir } from "node:fs/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { holdFolder } from "./holdFolder.ts";
import type { Queries, Row, Sql, Value } from "./sql.ts";

const parsers = { [types.INT8]: (text: string) => Number(text) };

type Engine = Pick<PGlite, "query">;

const queriesOf = (engine: Engine): Queries => ({
  query: async (text, values: readonly Value[] = []) =>
    (await engine.query<Row>(text, [...values], { parsers })).rows,
});

/**
 * The embedded engine: PostgreSQL in this process, in a folder, or in memory where none is named. One connection, one
 * process; it survives a process that is killed, and not a power cut.
 * @throws Error with one sentence where another process has the folder.
 */
export async function openPglite(folder?: string): Promise<Sql> {
  if (folder) await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = folder ? await holdFolder(folder) : undefined;
  const pglite = await PGlite.create(folder ? { dataDir: folder } : {});
  return {
    engine: "pglite",
    ...queriesOf(pglite),
    transaction: (run) =>
      pglite.transaction((transaction) =>
        run({
          ...queriesOf(transaction),
          script: async (text) => {
            await transaction.exec(text);
          },
        }),
      ),
    listen: (channel, hear) => pglite.listen(channel, hear),
    async close() {
      await pglite.close();
      await release?.();
    },
  };
}
