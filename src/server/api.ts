import { Hono } from "hono";
import { isDenied, type LogKind, type LogName, maxRows } from "../protocol/logs.ts";
import { isHex } from "../protocol/shape.ts";
import { maxIds } from "../protocol/wire.ts";
import {
  type ApiContext,
  type ApiEnvironment,
  answer,
  answerOrDenied,
  messageOf,
  problem,
} from "./apiAnswers.ts";
import { createGuards, type Guarding, watched } from "./apiGuards.ts";
import type { Log } from "./logLines.ts";
import type { Metrics } from "./metrics.ts";
import { poked } from "./poked.ts";
import type { Pokes } from "./pokes.ts";
import type { Relay } from "./relay.ts";
import type { SetUp } from "./setUp.ts";

export type ApiNeeds = Guarding & {
  readonly relay: Relay;
  readonly setUp: SetUp;
  readonly pokes: Pokes;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Does the database answer, and is this process not about to stop? */
  readonly isReady: () => Promise<boolean>;
};

type Api = Hono<ApiEnvironment>;

const caseOf = (context: ApiContext): string | undefined => {
  const caseId = context.req.param("case");
  return isHex(caseId, 16) ? caseId : undefined;
};

/** The log that an address names, in the agency of the session. */
function logOf(context: ApiContext, kind: LogKind): LogName | undefined {
  const { agency } = context.get("session").caller;
  const caseId = kind === "roster" ? "" : caseOf(context);
  return caseId === undefined ? undefined : { agency, kind, case: caseId };
}

function countIn(context: ApiContext, name: string, otherwise: number): number | undefined {
  const text = context.req.query(name);
  if (text === undefined) return otherwise;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function addLog(api: Api, path: string, kind: LogKind, { relay }: ApiNeeds): void {
  api.post(path, async (context) => {
    const log = logOf(context, kind);
    if (!log) return problem("malformed");
    const asked = await messageOf(context, "pushRequest");
    if (asked instanceof Response) return asked;
    const answered = await relay.push(context.get("session").caller, log, asked.rows, asked.new);
    if (!isDenied(answered)) {
      const taken = answered.answers.filter((one) => "seq" in one).length;
      context.set("rows", { taken, refused: answered.answers.length - taken, sent: 0 });
    }
    return answerOrDenied("pushAnswer", answered);
  });
  api.get(path, async (context) => {
    const log = logOf(context, kind);
    const seq = countIn(context, "after", 0);
    const limit = countIn(context, "limit", maxRows);
    const chain = context.req.query("chain") ?? "";
    if (!log || seq === undefined || limit === undefined || limit < 1) return problem("malformed");
    if (chain !== "" && !isHex(chain, 16)) return problem("malformed");
    const answered = await relay.pull(context.get("session").caller, log, { seq, chain }, limit);
    if ("rows" in answered) context.set("rows", { taken: 0, refused: 0, sent: answered.rows.length });
    return answerOrDenied("pullAnswer", answered);
  });
  api.get(`${path}/ids`, async (context) => {
    const log = logOf(context, kind);
    const after = countIn(context, "after", 0);
    if (!log || after === undefined) return problem("malformed");
    return answerOrDenied("idsAnswer", await relay.ids(context.get("session").caller, log, after, maxIds));
  });
}

function addPulls(api: Api, { relay }: ApiNeeds): void {
  api.post("/api/pull", async (context) => {
    const asked = await messageOf(context, "pullsRequest");
    if (asked instanceof Response) return asked;
    const answered = await relay.pulls(context.get("session").caller, asked.logs);
    const sent = answered.answers.reduce((sum, one) => sum + ("rows" in one ? one.rows.length : 0), 0);
    context.set("rows", { taken: 0, refused: 0, sent });
    return answer("pullsAnswer", answered);
  });
}

function addLate(api: Api, { relay }: ApiNeeds): void {
  const path = "/api/cases/:case/late";
  api.post(path, async (context) => {
    const caseId = caseOf(context);
    if (!caseId) return problem("malformed");
    const asked = await messageOf(context, "lateRequest");
    if (asked instanceof Response) return asked;
    return answerOrDenied("lateKept", await relay.late(context.get("session").caller, caseId, asked.rows));
  });
  api.post("/api/cases/:case/missing", async (context) => {
    const caseId = caseOf(context);
    if (!caseId) return problem("malformed");
    const asked = await messageOf(context, "missingRequest");
    if (asked instanceof Response) return asked;
    const { caller } = context.get("session");
    return answerOrDenied("missingAnswer", await relay.missing(caller, caseId, asked.names));
  });
  api.get(path, async (context) => {
    const caseId = caseOf(context);
    if (!caseId) return problem("malformed");
    return answerOrDenied("lateAnswer", await relay.lateOf(context.get("session").caller, caseId));
  });
}

function addSessions(api: Api, { sessions, setUp }: ApiNeeds): void {
  api.post("/api/challenge", async (context) => {
    const asked = await messageOf(context, "challengeRequest");
    if (asked instanceof Response) return asked;
    return answer("challenge", { challenge: sessions.challenge(asked) });
  });
  api.post("/api/session", async (context) => {
    const asked = await messageOf(context, "sessionRequest");
    if (asked instanceof Response) return asked;
    const opened = await sessions.open(asked);
    if (opened === "refused") return problem("refused");
    return answerOrDenied("session", opened === "unknown" ? { denied: opened } : opened);
  });
  api.post("/api/agencies", async (context) => {
    const asked = await messageOf(context, "agencyRequest");
    if (asked instanceof Response) return asked;
    const founded = await setUp.found(asked);
    return founded ? answer("pushAnswer", founded) : problem("refused");
  });
}

function addPokes(api: Api, { pokes, limits, clock }: ApiNeeds): void {
  api.get("/api/poke", (context) => {
    const session = context.get("session");
    if (pokes.isClosed()) return problem("busy", 1_000);
    if (pokes.count() >= limits.pokes || pokes.countOf(session.caller) >= limits.pokesEach) {
      return problem("busy", 60_000);
    }
    return poked(pokes, session, clock(), context.req.raw.signal);
  });
}

function addOperation(api: Api, { metrics, isReady }: ApiNeeds): void {
  const plain = { "Cache-Control": "no-store" };
  api.get("/healthz", (context) => context.text("alive\n", 200, plain));
  api.get("/readyz", async (context) =>
    (await isReady()) ? context.text("ready\n", 200, plain) : context.text("not ready\n", 503, plain),
  );
  api.get("/metrics", (context) =>
    context.text(metrics.text(), 200, {
      ...plain,
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
    }),
  );
}

/** The relay over HTTP, without a port: what each call takes and gives stands in `src/protocol/README.md`. */
export function createApi(needs: ApiNeeds): Api {
  const api: Api = new Hono();
  const { everybody, strangers, members } = createGuards(needs);
  addOperation(api, needs);
  api.use("/api/*", watched(needs.log, needs.metrics), everybody);
  for (const path of ["/api/challenge", "/api/session", "/api/agencies"]) api.use(path, strangers);
  addSessions(api, needs);
  api.use("/api/*", members);
  addLog(api, "/api/roster", "roster", needs);
  addLog(api, "/api/cases/:case/members", "members", needs);
  addLog(api, "/api/cases/:case/entries", "entries", needs);
  addPulls(api, needs);
  addLate(api, needs);
  api.get("/api/heads", async (context) =>
    answerOrDenied("heads", await needs.relay.heads(context.get("session").caller)),
  );
  addPokes(api, needs);
  api.all("/api/*", () => problem("no-such-call"));
  api.onError(() => problem("broken"));
  return api;
}
