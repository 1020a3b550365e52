/**
 * The one way to a database, the same for the embedded engine and for a server. Parameters are what both take alike:
 * bytes travel as bytes, lists as lists of texts or numbers.
 */
export type Value = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

/** A row as it comes back: bytea as bytes, bigint as a number (none of ours goes beyond 2^53). */
export type Row = Readonly<Record<string, unknown>>;

export type Queries = {
  /** One statement, prepared once per connection. */
  query(text: string, values?: readonly Value[]): Promise<readonly Row[]>;
};

export type Transaction = Queries & {
  /** A statement behind which nothing is asked: it travels with the commit, and undoes everything where it breaks. */
  atEnd(text: string, values: readonly Value[]): void;
  /** Several statements without parameters, one after the other. */
  script(text: string): Promise<void>;
};

export type Sql = Queries & {
  readonly engine: "pglite" | "postgres";
  /** Commits what `run` did, or rolls all of it back where it throws. READ COMMITTED. */
  transaction<Result>(run: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Hears what any process says on the channel, until the answer is called. Rejects where the engine can't. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** PostgreSQL's own code of five characters: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export function sqlCodeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Serialization failure, deadlock: all was rolled back, and the same may well succeed a moment later. */
const passing: ReadonlySet<string | undefined> = new Set(["40001", "40P01"]);

const mostTries = 8;

/** A transaction, again where the engine asks for that, after a wait that differs for each so that two do not meet again. */
export async function transactionAgain<Result>(
  sql: Sql,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sql.transaction(run);
    } catch (error) {
      if (tries === mostTries || !passing.has(sqlCodeOf(error))) throw error;
      const waitMillis = Math.random() * 10 * 2 ** tries;
      await new Promise((resolve) => setTimeout(resolve, waitMillis));
    }
  }
}
