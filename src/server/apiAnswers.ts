import type { Context } from "hono";
import type { Denied, PushAnswer } from "../protocol/logs.ts";
import {
  cborType,
  encodeMessage,
  maxBodyBytes,
  oldestProtocol,
  type ProblemName,
  protocolVersion,
  readMessage,
  versionHeader,
  type Wire,
} from "../protocol/wire.ts";
import { encodePushAnswer } from "./pushAnswer.ts";
import type { Session } from "./sessions.ts";

export type ApiEnvironment = {
  Variables: {
    session: Session;
    /** For the log and the metrics: counts only. */
    rows: { taken: number; refused: number; sent: number };
  };
};

export type ApiContext = Context<ApiEnvironment>;

const statusOf: { readonly [K in ProblemName]: number } = {
  "too-old": 426,
  malformed: 400,
  "too-large": 413,
  session: 401,
  refused: 403,
  busy: 429,
  "no-such-call": 404,
  broken: 500,
};

function answered<K extends keyof Wire>(
  name: K,
  message: Wire[K],
  status: number,
  more: HeadersInit = {},
): Response {
  const body = name === "pushAnswer" ? encodePushAnswer(message as PushAnswer) : encodeMessage(name, message);
  const headers = new Headers(more);
  headers.set("Content-Type", cborType);
  headers.set("Content-Length", String(body.length));
  headers.set("Cache-Control", "no-store");
  headers.set(versionHeader, String(protocolVersion));
  return new Response(body, { status, headers });
}

export const answer = <K extends keyof Wire>(name: K, message: Wire[K]): Response =>
  answered(name, message, 200);

/** `waitMillis`: with "busy", when to come back. */
export function problem(name: ProblemName, waitMillis = 0): Response {
  const more: Record<string, string> = {};
  if (name === "busy") more["Retry-After"] = String(Math.max(1, Math.ceil(waitMillis / 1000)));
  // 426 must say to what: here to another version of what is spoken over HTTP.
  if (name === "too-old") more.Upgrade = `keukentafel/${protocolVersion}`;
  return answered("problem", { problem: name }, statusOf[name], more);
}

export function answerOrDenied<K extends keyof Wire>(name: K, message: Wire[K] | Denied): Response {
  const isDenied = typeof message === "object" && "denied" in message;
  return isDenied ? answered("denied", message as Denied, 403) : answer(name, message as Wire[K]);
}

/** Undefined where the caller speaks a version that is spoken here too. */
export function wrongVersion(context: ApiContext): Response | undefined {
  const told = context.req.header(versionHeader) ?? "";
  if (!/^\d{1,6}$/.test(told) || Number(told) > protocolVersion) return problem("malformed");
  const version = Number(told);
  return version < oldestProtocol ? problem("too-old") : undefined;
}

/** At most `maxBodyBytes`, and no more than that is ever held. A Buffer, so that rows are windows on it and no copies. */
async function bytesOf(context: ApiContext): Promise<Buffer | undefined> {
  const declared = context.req.header("Content-Length");
  if (declared !== undefined) {
    return Number(declared) <= maxBodyBytes ? Buffer.from(await context.req.arrayBuffer()) : undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = context.req.raw.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > maxBodyBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** The request's message, or the answer that refuses it. */
export async function messageOf<K extends keyof Wire>(
  context: ApiContext,
  name: K,
): Promise<Wire[K] | Response> {
  const body = await bytesOf(context);
  if (!body) return problem("too-large");
  return readMessage(name, body) ?? problem("malformed");
}
