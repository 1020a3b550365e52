import { createHash } from "node:crypto";
import pg from "pg";
import type { Row, Sql, Transaction, Value } from "./sql.ts";

/** Seconds that a connection may wait for another's lock, or for an answer. A device asks again. */
const longestMillis = 30_000;

/** A name per text: PostgreSQL plans it once per connection. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 20);
  names.set(text, name);
  return name;
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

const isNumbers = (value: Value): value is readonly number[] =>
  Array.isArray(value) && typeof value[0] === "number";

/**
 * pg takes a Buffer as bytes, and another Uint8Array too, but by a copy of its own. Of a list it would quote each element:
 * numbers need none of that.
 */
function asParameter(value: Value): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return isNumbers(value) ? `{${value.join(",")}}` : value;
}

/**
 * What is said within one turn leaves in one piece, and comes back in few: each piece wakes the other side up, which costs
 * more than most statements do.
 */
function inOnePiece({ connection: { stream } }: pg.Client): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function query(client: pg.Client, text: string, values: readonly Value[] = []): Promise<Row[]> {
  inOnePiece(client);
  const { rows } = await client.query<Row>({
    name: nameOf(text),
    text,
    values: values.map(asParameter),
    types,
  });
  return rows;
}

async function script(client: pg.Client, text: string): Promise<void> {
  inOnePiece(client);
  await client.query(text);
}

async function inTransaction<Result>(
  client: pg.PoolClient,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const atEnd: (() => Promise<unknown>)[] = [];
  try {
    // Nobody waits for it: the first statement travels along, and fails with it.
    const begun = script(client, "BEGIN ISOLATION LEVEL READ COMMITTED");
    begun.catch(() => undefined);
    const result = await run({
      query: (text, values) => query(client, text, values),
      script: (text) => script(client, text),
      atEnd: (text, values) => atEnd.push(() => query(client, text, values)),
    });
    await begun;
    // Where one of these breaks, the server takes the COMMIT behind it for a ROLLBACK.
    await Promise.all([...atEnd.map((say) => say()), script(client, "COMMIT")]);
    client.release();
    return result;
  } catch (error) {
    const isClean = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    // A connection whose transaction could not be ended is no longer one to share.
    client.release(!isClean);
    throw error;
  }
}

/** A connection of its own that hears; `undefined` once it has broken. */
async function listenOn(url: string, channel: string, hear: (payload: string) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "keukentafel poke" });
  client.on("error", () => undefined);
  client.on("notification", ({ payload }) => hear(payload ?? ""));
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  return client;
}

/**
 * PostgreSQL, or a database that speaks its protocol. `connections`: at most that many from this process.
 * @throws the system's or the database's error where it can't be reached.
 */
export async function openPostgres(url: string, { connections = 10 } = {}): Promise<Sql> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    pipeline: true,
    application_name: "keukentafel",
    connectionTimeoutMillis: longestMillis,
    statement_timeout: longestMillis,
    idle_in_transaction_session_timeout: longestMillis,
  });
  // A connection that breaks while nobody uses it must not end the process.
  pool.on("error", () => undefined);
  (await pool.connect()).release();
  const listening = new Set<pg.Client>();
  return {
    engine: "postgres",
    async query(text, values) {
      const client = await pool.connect();
      try {
        return await query(client, text, values);
      } finally {
        client.release();
      }
    },
    transaction: async (run) => inTransaction(await pool.connect(), run),
    async listen(channel, hear) {
      let isOver = false;
      let again: NodeJS.Timeout | undefined;
      let client: pg.Client | undefined;
      const begin = async (): Promise<void> => {
        const begun = await listenOn(url, channel, hear);
        client = begun;
        listening.add(begun);
        begun.once("end", () => {
          listening.delete(begun);
          if (!isOver) retry();
        });
      };
      const retry = (): void => {
        again = setTimeout(() => begin().catch(retry), 1000);
        again.unref();
      };
      await begin();
      return async () => {
        isOver = true;
        clearTimeout(again);
        await client?.end();
      };
    },
    async close() {
      await Promise.all([...listening].map((client) => client.end()));
      await pool.end();
    },
  };
}
