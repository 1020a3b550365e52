import { emptyHead, type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import type { Database, StatementRow } from "./database.ts";
import type { KeptStatement, Ledger } from "./ledger.ts";
import { persist } from "./persist.ts";
import { once, type Remembered, remembered } from "./remembered.ts";
import type { WritingTogether } from "./writingTogether.ts";

const membersOf = (agency: string): string => `${agency} members `;

/** Within a transaction that has `cursors`, and while `cursors` know that it changes. */
export const putCursor = (database: Database, log: LogName, { seq, chain }: Head): PromiseLike<unknown> =>
  database.cursors.put({ log: logKeyOf(log), seq, chain });

export type Cursors = Remembered<Head>;

/** By log. */
export const createCursors = (database: Database): Cursors =>
  remembered(database, async (key) => {
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
export function createLedgerLogs(database: Database, cursors: Cursors, together: WritingTogether): LogCalls {
  const statements = remembered(database, async (key) =>
    keptOf(await persist(database, () => database.statements.where("log").equals(key).sortBy("at"))),
  );

  /** `cursor`: where the log is heard to, once that is written. */
  const writing = <Result>(log: LogName, work: () => Promise<Result>, cursor?: Head): Promise<Result> => {
    const key = logKeyOf(log);
    return statements.changing(key, () => cursors.changing(key, () => together(work), cursor));
  };

  /** Logs in which something may be unheard: few, and hundreds are asked about in one round. */
  const unheardIn = once(async () => {
    const keys = await persist(database, () => database.statements.orderBy("[log+unheard]").uniqueKeys());
    return new Set((keys as unknown as readonly (readonly [string, number])[]).map(([log]) => log));
  });

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
      writing(
        log,
        async () => {
          await putCursor(database, log, head);
        },
        head,
      ),

    statements: (log) => statements.get(logKeyOf(log)),

    keepStatements: (log, rows, cursor) => {
      const keep = async (): Promise<void> => {
        const ids = rows.map(({ id }) => id);
        const known = await named(log, ids).toArray();
        const knownIds = new Set(known.map(({ id }) => id));
        const heard = known.filter(({ unheard }) => unheard).map(({ at }) => at);
        await database.statements.where(":id").anyOf(heard).modify({ unheard: undefined });
        const fresh = rows.filter(({ id }, at) => !knownIds.has(id) && ids.indexOf(id) === at);
        await database.statements.bulkAdd(fresh.map(({ id, bytes }) => ({ log: logKeyOf(log), id, bytes })));
        await putCursor(database, log, cursor);
      };
      return writing(log, keep, cursor);
    },

    takeBackStatements: async (log, ids) => {
      (await unheardIn()).add(logKeyOf(log));
      await writing(log, async () => {
        await named(log, ids).modify({ unheard: 1 });
      });
    },

    async unheardStatements(log) {
      if (!(await unheardIn()).has(logKeyOf(log))) return [];
      return keptOf(
        await persist(database, () =>
          database.statements
            .where("[log+unheard]")
            .equals([logKeyOf(log), 1])
            .sortBy("at"),
        ),
      );
    },

    dropStatements: (log, ids) =>
      writing(log, async () => {
        await named(log, ids).delete();
      }),
  };
}
