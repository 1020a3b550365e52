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
  remembered(
    database,
    async (key) => {
      const row = await persist(database, () => database.cursors.get(key));
      return row ? { seq: row.seq, chain: row.chain } : emptyHead;
    },
    {
      read: async () => {
        const rows = await persist(database, () => database.cursors.toArray());
        return new Map(rows.map(({ log, seq, chain }) => [log, { seq, chain }]));
      },
      absent: emptyHead,
    },
  );

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
  const allOf = (key: string) => database.statements.where("log").equals(key).sortBy("at");

  const statements = remembered<readonly KeptStatement[]>(database, async (key) =>
    keptOf(await persist(database, () => allOf(key))),
  );

  type Stand = { readonly cursor?: Head; readonly kept?: readonly KeptStatement[] };

  /** What `work` gives is how it stands then: where the log is heard to, and all of its statements, as far as it knows. */
  const writing = async (log: LogName, work: () => Promise<Stand>): Promise<void> => {
    const key = logKeyOf(log);
    const write = () =>
      cursors.changing(
        key,
        () => together(work),
        ({ cursor }) => cursor,
      );
    await statements.changing(key, write, ({ kept }) => kept);
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
      writing(log, async () => {
        await putCursor(database, log, head);
        return { cursor: head };
      }),

    statements: (log) => statements.get(logKeyOf(log)),

    keepStatements: (log, rows, cursor) => {
      const keep = async (): Promise<Stand> => {
        // Its family was taken off this device while it was on its way: without its beginning it would never be whole again.
        const isGone = cursor.seq > rows.length && !(await database.cursors.get(logKeyOf(log)));
        if (isGone) return {};
        const before = await allOf(logKeyOf(log));
        const known = new Map(before.map((row) => [row.id, row]));
        const heard = rows.flatMap(({ id }) => (known.get(id)?.unheard ? [known.get(id)?.at ?? 0] : []));
        if (heard.length > 0) {
          await database.statements.where(":id").anyOf(heard).modify({ unheard: undefined });
        }
        const fresh = new Map(
          rows.flatMap(({ id, bytes }) => (known.has(id) ? [] : [[id, { id, bytes }] as const])),
        );
        await Promise.all([
          database.statements.bulkAdd([...fresh.values()].map((one) => ({ log: logKeyOf(log), ...one }))),
          putCursor(database, log, cursor),
        ]);
        return { cursor, kept: [...keptOf(before), ...fresh.values()] };
      };
      return writing(log, keep);
    },

    takeBackStatements: async (log, ids) => {
      (await unheardIn()).add(logKeyOf(log));
      await writing(log, async () => {
        await named(log, ids).modify({ unheard: 1 });
        return {};
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
        return {};
      }),
  };
}
