import { emptyHead, type Head, type LogName } from "../protocol/logs.ts";
import type { Database, StatementRow } from "./database.ts";
import type { KeptStatement, Ledger } from "./ledger.ts";
import { guardFormat, persist } from "./persist.ts";

export const logKeyOf = ({ agency, kind, case: caseId }: LogName): string => `${agency} ${kind} ${caseId}`;

const membersOf = (agency: string): string => `${agency} members `;

/** Within a transaction that has `cursors`. */
export const putCursor = (database: Database, log: LogName, { seq, chain }: Head): PromiseLike<unknown> =>
  database.cursors.put({ log: logKeyOf(log), seq, chain });

type LogCalls = Pick<
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
export function createLedgerLogs(database: Database): LogCalls {
  const writing = <Result>(work: () => Promise<Result>): Promise<Result> =>
    persist(database, () =>
      database.transaction("rw", database.statements, database.cursors, database.meta, async () => {
        await guardFormat(database);
        return work();
      }),
    );

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

    async cursor(log) {
      const row = await persist(database, () => database.cursors.get(logKeyOf(log)));
      return row ? { seq: row.seq, chain: row.chain } : emptyHead;
    },

    setCursor: (log, head) =>
      writing(async () => {
        await putCursor(database, log, head);
      }),

    statements: async (log) =>
      keptOf(
        await persist(database, () => database.statements.where("log").equals(logKeyOf(log)).sortBy("at")),
      ),

    keepStatements: (log, rows, cursor) =>
      writing(async () => {
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
      writing(async () => {
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
      writing(async () => {
        await named(log, ids).delete();
      }),
  };
}
