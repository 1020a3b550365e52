import { sha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "./bytes.ts";
import { decodeMessage, encodeCbor, encodePublic } from "./cbor.ts";
import {
  type Denied,
  type Head,
  type Heads,
  type IdsAnswer,
  type LateRow,
  type LogKind,
  type LogName,
  maxBatchBytes,
  maxPulls,
  maxRows,
  type PullAnswer,
  type PullsAnswer,
  type PushAnswer,
  type RowAnswer,
  type RowRefusal,
} from "./logs.ts";
import { maxEntryBytes } from "./sealedEntry.ts";
import {
  bytes,
  count,
  device,
  either,
  flag,
  hex,
  list,
  object,
  type Shape,
  type Shaped,
  text,
  word,
} from "./wireShape.ts";

/** What travels between a device and a relay: see README.md beside this file. */

/** A change that an older side would misread gets a new number. */
export const protocolVersion = 1;
/** The oldest that this relay still speaks. */
export const oldestProtocol = 1;

export const versionHeader = "Keukentafel-Protocol";
export const cborType = "application/cbor";

/** Ids in one answer, at most. */
export const maxIds = 10_000;
/** A request's body, at most: a full batch, and what is around it. */
export const maxBodyBytes = maxBatchBytes + 64 * 1024;
const maxLogs = 100_000;

const hash = either(word(""), hex(16));
const row = bytes(0, maxEntryBytes);
/** Larger than any row may be: that one is refused by itself, and those beside it are not. */
const offeredRow = bytes(0, maxBatchBytes);

const head: Shape<Head> = object({ seq: count, chain: hash });
const log: Shape<LogName> = object({
  agency: hex(16),
  kind: word<LogKind>("roster", "members", "entries"),
  case: hash,
});
const refusal = word<RowRefusal>(
  "too-large",
  "malformed",
  "bad-signature",
  "elsewhere",
  "not-a-member",
  "gap",
  "fork",
  "void",
  "behind",
);
const rowId = either(word(""), hex(32));
const rowAnswer: Shape<RowAnswer> = either(
  object({ id: hex(32), seq: count, receivedAt: count }),
  object({ id: rowId, refused: refusal, last: count }),
);
const lateRow: Shape<LateRow> = object({ id: hex(32), device, n: count, bytes: row, receivedAt: count });

/** Why a call was not judged at all. `session`: none, or one that has ended. `busy`: later; see `Retry-After`. */
export const problemNames = [
  "too-old",
  "malformed",
  "too-large",
  "session",
  "refused",
  "busy",
  "no-such-call",
  "broken",
] as const;

export type ProblemName = (typeof problemNames)[number];

const pullAnswer: Shape<PullAnswer> = either(
  object({ rows: list(object({ seq: count, receivedAt: count, bytes: row }), maxRows), head }),
  object({ rewind: head }),
);
const denied: Shape<Denied> = object({ denied: word("not-a-member", "unknown") });

/** Every message, by name. */
export const wire = {
  pushRequest: object({ new: flag, rows: list(offeredRow, maxRows) }),
  pushAnswer: object({ answers: list(rowAnswer, maxRows), head }) satisfies Shape<PushAnswer>,
  pullAnswer,
  pullsRequest: object({ logs: list(object({ log, after: head }), maxPulls) }),
  pullsAnswer: object({ answers: list(either(pullAnswer, denied), maxPulls) }) satisfies Shape<PullsAnswer>,
  idsAnswer: object({ ids: list(hex(32), maxIds), head }) satisfies Shape<IdsAnswer>,
  heads: object({
    heads: list(object({ log, head }), maxLogs),
    late: list(object({ case: hex(16), device, count }), maxLogs),
  }) satisfies Shape<Heads>,
  lateRequest: object({ rows: list(offeredRow, maxRows) }),
  missingRequest: object({ names: list(object({ id: hex(32), device, n: count }), maxIds) }),
  missingAnswer: object({ missing: list(hex(32), maxIds) }),
  lateKept: object({ kept: list(hex(32), maxRows) }),
  lateAnswer: object({ rows: list(lateRow, maxLogs) }),
  denied,
  challengeRequest: object({ agency: hex(16), device }),
  challenge: object({ challenge: bytes(1, 256) }),
  sessionRequest: object({ agency: hex(16), device, challenge: bytes(1, 256), signature: bytes(64, 64) }),
  session: object({ token: text(256), millis: count }),
  agencyRequest: object({ secret: text(256), agency: hex(16), rows: list(row, maxRows) }),
  problem: object({ problem: word(...problemNames) }),
} as const;

export type Wire = { readonly [K in keyof typeof wire]: Shaped<(typeof wire)[K]> };

/** The one text of the whole wire, of which a test holds the hash. */
export const wireText = (): string =>
  Object.entries(wire)
    .map(([name, { text: shaped }]) => `${name} = ${shaped}`)
    .join("\n");

export const encodeMessage = <K extends keyof Wire>(_name: K, message: Wire[K]): Bytes =>
  encodePublic(message);

/** Undefined for whatever is not exactly such a message. */
export function readMessage<K extends keyof Wire>(name: K, body: Uint8Array): Wire[K] | undefined {
  try {
    const value = decodeMessage(body);
    return (wire[name] as Shape<Wire[K]>).is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a device signs, in the context "session", to show that it holds its key. */
export const sessionDigest = (asked: Omit<Wire["sessionRequest"], "signature">): Uint8Array => {
  const { agency, device: by, challenge } = asked;
  return sha256(encodeCbor({ agency, device: by, challenge }));
};
