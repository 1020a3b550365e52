import { emptyHead, type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import type { Database, StatementRow } from "./database.ts";
import type { KeptStatement, Ledger } from "./ledger.ts";
import { guardFormat, persist } from "./persist.ts";
import { type Remembered, remembered } from "./remembered.ts";

const membersOf = (agency: string): string => `${agency} members `;

/** Within a transaction that has `cursors`, and while `cursors` know that it changes. */
export const putCursor = (database: Database, log: LogName, { seq, chain }: Head): PromiseLike<unknown> =>
  database.cursors.put({ log: logKeyOf(log), seq, chain });

export type Cursors = Remembered<Head>;

/** By log. */
export const createCursors = (database: Database): Cursors =>
  remembered(async (key) => {
    const row = await persist(database, () => database.cursors.get(key));
    return row ? { seq: row.seq, chain: row.chain } : emptyHead;
  });

export type LogCalls = Pick<
  Ledger,
  | "cases"
  | "cursor"
  | "setCursor"
  | "statements"
  | "keepStatements"
  | "takeBackStatements"
  | "unheardStatements"
  | "dropStatements"
>;

const keptOf = (rows: readonly StatementRow[]): KeptStatement[] =>
  rows.map(({ id, bytes }) => ({ id, bytes }));

/** How far logs were heard, and what was said in the open: all that the exchange keeps beside entries. */
export function createLedgerLogs(database: Database, cursors: Cursors): LogCalls {
  const statements = remembered(async (key) =>
    keptOf(await persist(database, () => database.statements.where("log").equals(key).sortBy("at"))),
  );

  const writing = <Result>(log: LogName, work: () => Promise<Result>): Promise<Result> => {
    const key = logKeyOf(log);
    const write = () =>
      persist(database, () =>
        database.transaction("rw", database.statements, database.cursors, database.meta, async () => {
          await guardFormat(database);
          return work();
        }),
      );
    return statements.changing(key, () => cursors.changing(key, write));
  };

  const named = (log: LogName, ids: readonly string[]) =>
    database.statements.where("[log+id]").anyOf(ids.map((id) => [logKeyOf(log), id]));

  return {
    async cases(agency) {
      const start = membersOf(agency);
      const keys = await persist(database, () =>
        database.cursors.where("log").startsWith(start).primaryKeys(),
      );
      return keys.map((key) => key.slice(start.length));
    },

    cursor: (log) => cursors.get(logKeyOf(log)),

    setCursor: (log, head) =>
      writing(log, async () => {
        await putCursor(database, log, head);
      }),

    statements: (log) => statements.get(logKeyOf(log)),

    keepStatements: (log, rows, cursor) =>
      writing(log, async () => {
        const ids = rows.map(({ id }) => id);
        const known = await named(log, ids).toArray();
        const knownIds = new Set(known.map(({ id }) => id));
        const heard = known.filter(({ unheard }) => unheard).map(({ at }) => at);
        await database.statements.where(":id").anyOf(heard).modify({ unheard: undefined });
        const fresh = rows.filter(({ id }, at) => !knownIds.has(id) && ids.indexOf(id) === at);
        await database.statements.bulkAdd(fresh.map(({ id, bytes }) => ({ log: logKeyOf(log), id, bytes })));
        await putCursor(database, log, cursor);
      }),

    takeBackStatements: (log, ids) =>
      writing(log, async () => {
        await named(log, ids).modify({ unheard: 1 });
      }),

    unheardStatements: async (log) =>
      keptOf(
        await persist(database, () =>
          database.statements
            .where("[log+unheard]")
            .equals([logKeyOf(log), 1])
            .sortBy("at"),
        ),
      ),

    dropStatements: (log, ids) =>
      writing(log, async () => {
        await named(log, ids).delete();
      }),
  };
}
