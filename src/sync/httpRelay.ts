import { concatBytes } from "@noble/hashes/utils.js";
import { latePath, missingPath, pathOf } from "../protocol/addresses.ts";
import type { Denied, LogName } from "../protocol/logs.ts";
import {
  cborType,
  encodeMessage,
  protocolVersion,
  readMessage,
  sessionDigest,
  versionHeader,
  type Wire,
} from "../protocol/wire.ts";
import { followPokes } from "./poked.ts";
import { type RelayCalls, RelayProblem } from "./relayCalls.ts";

export type HttpRelayNeeds = {
  /** Where the relay is, without a slash at the end; "" for where the page came from. */
  readonly baseUrl: string;
  readonly agency: string;
  /** The device, or the invitation's key, that asks. */
  readonly device: string;
  /** That key's signature over these bytes, in the context "session". */
  readonly sign: (digest: Uint8Array) => Promise<Uint8Array>;
  /** Milliseconds, from any beginning: sessions are renewed by it. */
  readonly clock: () => number;
  readonly fetch?: typeof fetch;
  /** How long a call may take, all in all. */
  readonly timeoutMillis?: number;
};

export type HttpRelay = RelayCalls & {
  /** Sets an agency up by the secret of a one-time link. Undefined where that secret does not hold. */
  found(secret: string, rows: readonly Uint8Array[]): Promise<Wire["pushAnswer"] | undefined>;
  /**
   * Hears of each log of the device's own that moves, until `signal` says so or the relay ends it, and returns then.
   * `hear` is called without a log once it has begun: what moved before that is found by asking for the heads.
   */
  poke(hear: (log?: LogName) => void, signal: AbortSignal): Promise<undefined | Denied>;
};

const usualTimeoutMillis = 60_000;
/** A session is renewed this long before it ends. */
const marginMillis = 30_000;

type Asked = {
  readonly method?: "GET" | "POST";
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly token?: string;
};

function retryMillisOf(response: Response): number {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000;
}

/** What an answer that is no success means; undefined for a denial, and for a session that has ended. */
function problemOf(response: Response): RelayProblem | undefined {
  // A captive portal answers too, and is no relay.
  if (!response.headers.has(versionHeader)) {
    return new RelayProblem(response.status >= 500 ? "busy" : "strange", {
      retryMillis: retryMillisOf(response),
    });
  }
  if (response.ok || response.status === 401 || response.status === 403) return undefined;
  if (response.status === 426) return new RelayProblem("too-old");
  if (response.status === 429 || response.status >= 500) {
    return new RelayProblem("busy", { retryMillis: retryMillisOf(response) });
  }
  return new RelayProblem("strange", { cause: response.status });
}

function createAsk({ baseUrl, fetch: given, timeoutMillis = usualTimeoutMillis }: HttpRelayNeeds) {
  /** One request, with its whole body: it is over within the time or not at all. */
  return async (
    path: string,
    { method = "GET", body, token }: Asked,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const headers: Record<string, string> = { [versionHeader]: String(protocolVersion) };
    if (body) headers["Content-Type"] = cborType;
    if (token) headers.Authorization = `Bearer ${token}`;
    const asked: RequestInit = {
      method,
      headers,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      signal: signal ?? AbortSignal.timeout(timeoutMillis),
      ...(body ? { body } : {}),
    };
    let response: Response;
    try {
      response = await (given ?? fetch)(`${baseUrl}${path}`, asked);
    } catch (cause) {
      throw new RelayProblem("offline", { cause });
    }
    const problem = problemOf(response);
    if (!problem) return response;
    await response.body?.cancel().catch(() => undefined);
    throw problem;
  };
}

/** No answer comes near it: what is larger is no relay's, and fills no tablet's memory. */
const maxAnswerBytes = 32 * 1024 * 1024;

async function bytesOf(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.length;
      if (length > maxAnswerBytes) throw new RelayProblem("strange");
      parts.push(part.value);
    }
  } catch (cause) {
    void reader?.cancel().catch(() => undefined);
    throw cause instanceof RelayProblem ? cause : new RelayProblem("offline", { cause });
  }
  return concatBytes(...parts);
}

/** The message, or the denial in its place. Anything else is strange. */
async function readAnswer<K extends keyof Wire>(name: K, response: Response): Promise<Wire[K] | Denied> {
  const bytes = await bytesOf(response);
  const message = response.ok ? readMessage(name, bytes) : readMessage("denied", bytes);
  if (!message) throw new RelayProblem("strange", { cause: response.status });
  return message;
}

type Ask = ReturnType<typeof createAsk>;

/** Opens a session when one is needed; calls that come together share it. */
function createSession(ask: Ask, { agency, device, sign, clock }: HttpRelayNeeds) {
  let current: { readonly token: string; readonly until: number } | undefined;
  let opening: Promise<string | Denied> | undefined;

  async function open(): Promise<string | Denied> {
    const who = { agency, device };
    const asking = { method: "POST", body: encodeMessage("challengeRequest", who) } as const;
    const answered = await readAnswer("challenge", await ask("/api/challenge", asking));
    if ("denied" in answered) return answered;
    const signing = { ...who, challenge: answered.challenge };
    const signature = await sign(sessionDigest(signing));
    const body = encodeMessage("sessionRequest", { ...signing, signature });
    const session = await readAnswer("session", await ask("/api/session", { method: "POST", body }));
    if ("denied" in session) return session;
    current = { token: session.token, until: clock() + session.millis - marginMillis };
    return session.token;
  }

  return {
    token(): Promise<string | Denied> {
      if (current && current.until > clock()) return Promise.resolve(current.token);
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return opening;
    },
    ended(token: string): void {
      if (current?.token === token) current = undefined;
    },
  };
}

/** The calls of an exchange over HTTP, in a browser and in Node: see `src/protocol/README.md`. */
export function createHttpRelay(needs: HttpRelayNeeds): HttpRelay {
  const { agency } = needs;
  const ask = createAsk(needs);
  const session = createSession(ask, needs);

  /** A session that the relay has forgotten is renewed once. */
  async function within(path: string, asked: Asked, signal?: AbortSignal): Promise<Response | Denied> {
    for (let tries = 1; ; tries += 1) {
      const token = await session.token();
      if (typeof token !== "string") return token;
      const response = await ask(path, { ...asked, token }, signal);
      if (response.status !== 401) return response;
      session.ended(token);
      if (tries === 2) throw new RelayProblem("strange", { cause: 401 });
    }
  }

  async function call<K extends keyof Wire>(
    name: K,
    path: string,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Wire[K] | Denied> {
    const answered = await within(path, body ? { method: "POST", body } : {});
    return "denied" in answered ? answered : readAnswer(name, answered);
  }

  return {
    push: (log, rows, isNew) =>
      call("pushAnswer", pathOf(log), encodeMessage("pushRequest", { new: isNew, rows })),
    pull: (log, { seq, chain }) => call("pullAnswer", `${pathOf(log)}?after=${seq}&chain=${chain}`),
    pulls: (logs) => call("pullsAnswer", "/api/pull", encodeMessage("pullsRequest", { logs })),
    ids: (log, after) => call("idsAnswer", `${pathOf(log)}/ids?after=${after}`),
    heads: () => call("heads", "/api/heads"),
    late: (caseId, rows) => call("lateKept", latePath(caseId), encodeMessage("lateRequest", { rows })),
    missing: (caseId, names) =>
      call("missingAnswer", missingPath(caseId), encodeMessage("missingRequest", { names })),
    lateOf: (caseId) => call("lateAnswer", latePath(caseId)),
    async found(secret, rows) {
      const body = encodeMessage("agencyRequest", { secret, agency, rows });
      const response = await ask("/api/agencies", { method: "POST", body });
      if (response.status === 403) return undefined;
      const answered = await readAnswer("pushAnswer", response);
      if ("denied" in answered) throw new RelayProblem("strange");
      return answered;
    },
    async poke(hear, signal) {
      const answered = await within("/api/poke", {}, signal);
      if ("denied" in answered) return answered;
      if (answered.ok) return followPokes(answered, agency, hear);
      const no = await readAnswer("denied", answered);
      return "denied" in no ? no : undefined;
    },
  };
}
