import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { type ApiContext, type ApiEnvironment, problem, wrongVersion } from "./apiAnswers.ts";
import { type Log, shortened, toldOf } from "./logLines.ts";
import type { Metrics } from "./metrics.ts";
import { createRates, type Rate } from "./rates.ts";
import type { Sessions } from "./sessions.ts";

export type Limits = {
  /** Calls of one session, of one address, and of one address that has not yet shown who it is. */
  readonly session: Rate;
  readonly address: Rate;
  readonly stranger: Rate;
  /** Devices that wait for a poke, per process and per session. */
  readonly pokes: number;
  readonly pokesEach: number;
};

/** An office of two hundred tablets shares one address; a new device fetches a hundred families at once. */
export const usualLimits: Limits = {
  session: { burst: 600, perSecond: 50 },
  address: { burst: 3000, perSecond: 300 },
  stranger: { burst: 400, perSecond: 10 },
  pokes: 5000,
  pokesEach: 4,
};

type Guard = MiddlewareHandler<ApiEnvironment>;

/** The nearest proxy's word is the last; what stands before it anybody can have written. */
function addressOf(context: ApiContext, isBehindProxy: boolean): string {
  const forwarded = context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim();
  if (isBehindProxy && forwarded) return forwarded;
  // Without a port, as in tests, there is no connection.
  return context.env ? (getConnInfo(context).remote.address ?? "") : "";
}

/** What each call costs and how it ended, in the log and the metrics. Bodies, whole ids and addresses are in neither. */
export function watched(log: Log, metrics: Metrics): Guard {
  return async (context, next) => {
    const start = performance.now();
    context.set("rows", { taken: 0, refused: 0, sent: 0 });
    await next();
    if (context.error) log({ level: "error", event: "broken", ...toldOf(context.error) });
    const seconds = (performance.now() - start) / 1000;
    const { status } = context.res;
    const route = `${context.req.method} ${routePath(context)}`;
    const { taken, refused, sent } = context.get("rows");
    metrics.took(route, seconds);
    metrics.add("calls_total", `route="${route}",status="${status}"`);
    if (taken > 0) metrics.add("rows_taken_total", "", taken);
    if (refused > 0) metrics.add("rows_refused_total", "", refused);
    if (sent > 0) metrics.add("rows_sent_total", "", sent);
    const caller = context.get("session")?.caller;
    log({
      level: "info",
      event: "call",
      route,
      status,
      millis: Math.round(seconds * 1000),
      agency: shortened(caller?.agency),
      device: shortened(caller?.device),
      case: shortened(context.req.param("case")),
      taken: taken || undefined,
      refused: refused || undefined,
      sent: sent || undefined,
    });
  };
}

export type Guarding = {
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly isBehindProxy: boolean;
};

/** `everybody` stands before every call, `strangers` before those without a session, `members` before the rest. */
export function createGuards({ sessions, limits, clock, isBehindProxy }: Guarding) {
  const byAddress = createRates(limits.address, clock);
  const byStranger = createRates(limits.stranger, clock);
  const bySession = createRates(limits.session, clock);

  const everybody: Guard = async (context, next) => {
    const waitMillis = byAddress(addressOf(context, isBehindProxy));
    if (waitMillis > 0) return problem("busy", waitMillis);
    const no = wrongVersion(context);
    if (no) return no;
    return next();
  };

  const strangers: Guard = async (context, next) => {
    const waitMillis = byStranger(addressOf(context, isBehindProxy));
    if (waitMillis > 0) return problem("busy", waitMillis);
    return next();
  };

  const members: Guard = async (context, next) => {
    const token = /^Bearer (\S+)$/.exec(context.req.header("Authorization") ?? "")?.[1];
    const session = token === undefined ? undefined : await sessions.of(token);
    if (!session) return problem("session");
    context.set("session", session);
    const waitMillis = bySession(session.token);
    if (waitMillis > 0) return problem("busy", waitMillis);
    return next();
  };

  return { everybody, strangers, members };
}
