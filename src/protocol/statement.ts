import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "./bytes.ts";
import { decodeCbor, encodeCbor } from "./cbor.ts";
import { isDeviceId } from "./deviceId.ts";
import type { Refusal } from "./sealedLayout.ts";
import { hasExactly, isBytes, isCount, isHex } from "./shape.ts";

/**
 * A statement is what a device says in the open about people and keys: who belongs to the agency, who may read a
 * family. It is signed, numbered per signer and log like an entry, and names people by random ids only.
 */
export type Statement = {
  readonly v: 1;
  /** See `agencyId.ts`. */
  readonly agency: string;
  /** "" for the agency's roster, else the case whose members it is about. */
  readonly case: string;
  /** Who signs: a device, or the agency's root. */
  readonly by: string;
  /** 1, 2, 3 … per signer and log. */
  readonly n: number;
  /** Id of this signer's previous statement in this log; "" for its first. */
  readonly prev: string;
  /** Higher than that of every statement of this log that the signer had seen. */
  readonly lamport: number;
  /** Milliseconds since 1970 by the signer's clock: evidence, never an order. */
  readonly wall: number;
  /** `kind`, and what that kind has: see `rosterSaying.ts` and `membershipSaying.ts`. A later version may know more kinds. */
  readonly says: Saying;
};

export type Saying = { readonly kind: string; readonly [key: string]: unknown };

export type SignedStatement = {
  readonly statement: Statement;
  /** Ed25519 over the 32 bytes of the id, in the context "roster" or "membership". */
  readonly signature: Uint8Array;
};

/** A statement with what it is known by. */
export type KnownStatement = Statement & { readonly id: string };

/** Bytes of one signed statement, at most: 64 KiB. The largest carries an age file of 2 KiB. */
export const maxStatementBytes = 64 * 1024;

const signatureBytes = 64;

export const statementDigest = (statement: Statement): Uint8Array => sha256(encodeCbor(statement));

export const statementIdOf = (statement: Statement): string => bytesToHex(statementDigest(statement));

export const contextOf = ({ case: caseId }: Pick<Statement, "case">): "roster" | "membership" =>
  caseId === "" ? "roster" : "membership";

export const encodeStatement = ({ statement, signature }: SignedStatement): Bytes =>
  encodeCbor({ statement, signature });

/** The statement, or why its bytes are refused: the one answer to that, on the device and on the relay. */
export function judgeStatement(bytes: Uint8Array): SignedStatement | Refusal {
  if (bytes.length > maxStatementBytes) return "too-large";
  try {
    const signed = decodeCbor(bytes);
    return isSigned(signed) ? signed : "malformed";
  } catch {
    return "malformed";
  }
}

function isSigned(value: unknown): value is SignedStatement {
  if (!hasExactly(value, ["statement", "signature"])) return false;
  const { statement, signature } = value;
  return isBytes(signature) && signature.length === signatureBytes && isStatement(statement);
}

const fields = ["v", "agency", "case", "by", "n", "prev", "lamport", "wall", "says"] as const;

function isStatement(value: unknown): value is Statement {
  if (!hasExactly(value, fields)) return false;
  const { v, agency, case: caseId, by, n, prev, lamport, wall, says } = value;
  return (
    v === 1 &&
    isHex(agency, 16) &&
    (caseId === "" || isHex(caseId, 16)) &&
    isDeviceId(by) &&
    isCount(n) &&
    n >= 1 &&
    (n === 1 ? prev === "" : isHex(prev, 32)) &&
    isCount(lamport) &&
    lamport >= 1 &&
    typeof wall === "number" &&
    typeof says === "object" &&
    says !== null &&
    "kind" in says &&
    typeof says.kind === "string"
  );
}

/**
 * The order in which a log's statements are judged, the same everywhere: causality first, and where two had not seen
 * each other, their ids. What is there twice was said once.
 */
export const inOrder = (statements: Iterable<KnownStatement>): readonly KnownStatement[] =>
  [...statements]
    .sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .filter(({ id }, at, all) => id !== all[at - 1]?.id);

/** The number of a signer's statement, or of a device's entry, up to which what it wrote stands. */
export type Cut = {
  readonly device: string;
  readonly entries: number;
  readonly statements: number;
};

export const isCut = (value: unknown): value is Cut =>
  hasExactly(value, ["device", "entries", "statements"]) &&
  isDeviceId(value.device) &&
  isCount(value.entries) &&
  isCount(value.statements);
