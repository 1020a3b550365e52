import type { Queries, Sql, Value } from "../../src/server/sql/sql.ts";

export type Said = { readonly text: string; readonly values: readonly Value[] };

/** The interface that everything goes through, so that no statement is forgotten. */
export function overheard(sql: Sql, said: Said[]): Sql {
  const hearing = <Q extends Queries>(queries: Q): Q => ({
    ...queries,
    query: (text: string, values: readonly Value[] = []) => {
      said.push({ text, values });
      return queries.query(text, values);
    },
  });
  return {
    ...hearing(sql),
    transaction: (run) =>
      sql.transaction((transaction) =>
        run({
          ...hearing(transaction),
          atEnd: (text, values) => {
            said.push({ text, values });
            transaction.atEnd(text, values);
          },
        }),
      ),
  };
}
