import type { Hono } from "hono";
import { createApi } from "./api.ts";
import type { ApiEnvironment } from "./apiAnswers.ts";
import { type Limits, usualLimits } from "./apiGuards.ts";
import { type Log, toldOf } from "./logLines.ts";
import { createMetrics } from "./metrics.ts";
import { createPokes, type Pokes } from "./pokes.ts";
import { createRelay } from "./relay.ts";
import { createSessions } from "./sessions.ts";
import { createSetUp } from "./setUp.ts";
import { migrate } from "./sql/migrate.ts";
import type { Sql } from "./sql/sql.ts";
import { createSqlTables } from "./sql/sqlTables.ts";
import { verifySignature } from "./verify.ts";

export type OpenRelay = {
  readonly api: Hono<ApiEnvironment>;
  /** The secret of a link that sets an agency up; undefined where that has been done. */
  readonly newSecret: (isWanted?: boolean) => Promise<string | undefined>;
  /** From here on it is not ready, and whoever waits for a poke is let go. */
  readonly leave: () => Promise<void>;
  /** After the last answer: lets the database go. */
  readonly close: () => Promise<void>;
};

export type RelayOptions = {
  readonly log: Log;
  readonly clock?: () => number;
  readonly limits?: Limits;
  /** Takes the caller's address from X-Forwarded-For, which without a proxy anybody can write. */
  readonly isBehindProxy?: boolean;
};

/**
 * The relay's parts put together over a database, which is brought up to date first.
 * @throws NewerDatabaseError, and the database's own errors.
 */
export async function openRelay(
  sql: Sql,
  { log, clock = Date.now, limits = usualLimits, isBehindProxy = false }: RelayOptions,
): Promise<OpenRelay> {
  await migrate(sql);
  let isLeaving = false;
  const onError = (error: unknown): void => log({ level: "error", event: "poke", ...toldOf(error) });
  const relay = createRelay({
    tables: createSqlTables(sql),
    verify: verifySignature,
    clock,
    onMoved: (moved) => pokes.moved(moved),
  });
  const pokes: Pokes = createPokes({ relay, sql, onError });
  await pokes.listen();
  const metrics = createMetrics();
  metrics.gauge("pokes_waiting", pokes.count);
  metrics.gauge("memory_bytes", () => process.memoryUsage.rss());
  const setUp = createSetUp({ sql, relay, clock });
  const sessions = await createSessions({ sql, relay, verify: verifySignature, clock });
  const isReady = async (): Promise<boolean> => {
    if (isLeaving) return false;
    return sql.query("SELECT 1").then(
      () => true,
      () => false,
    );
  };
  return {
    api: createApi({ relay, sessions, setUp, pokes, metrics, log, clock, limits, isBehindProxy, isReady }),
    newSecret: setUp.newSecret,
    async leave() {
      isLeaving = true;
      await pokes.close();
    },
    close: () => sql.close(),
  };
}
