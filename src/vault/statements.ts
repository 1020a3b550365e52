import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../protocol/bytes.ts";
import type { Refusal } from "../protocol/sealedLayout.ts";
import {
  contextOf,
  encodeStatement,
  judgeStatement,
  type KnownStatement,
  type Saying,
  type Statement,
  statementDigest,
} from "../protocol/statement.ts";
import { isSignedBy, type Signer } from "./signature.ts";

/** Where a signer's next statement goes. */
export type StatementPlace = {
  readonly agency: string;
  /** "" for the roster. */
  readonly case: string;
  /** This signer's last statement in this log; `{ n: 0, id: "" }` before its first. */
  readonly last: { readonly n: number; readonly id: string };
  /** Higher than that of every statement of this log that is known here. */
  readonly lamport: number;
  /** Milliseconds since 1970. */
  readonly wall: number;
};

export type SignedBytes = { readonly id: string; readonly bytes: Bytes };

/** @throws RangeError where everybody would refuse it: too large, or not of a statement's shape. */
export async function signStatement(
  { by, sign }: Signer,
  { agency, case: caseId, last, lamport, wall }: StatementPlace,
  says: Saying,
): Promise<SignedBytes> {
  const placed = { v: 1, agency, case: caseId, by, n: last.n + 1, prev: last.id, lamport, wall } as const;
  const statement: Statement = { ...placed, says };
  const digest = statementDigest(statement);
  const signature = await sign(contextOf(statement), digest);
  const bytes = encodeStatement({ statement, signature });
  const judged = judgeStatement(bytes);
  if (typeof judged === "string") throw new RangeError(`a statement that is ${judged}`);
  return { id: bytesToHex(digest), bytes };
}

export type Verified =
  | { readonly ok: true; readonly statement: KnownStatement }
  | { readonly ok: false; readonly reason: Refusal | "bad-signature" };

/** Is it a statement, and did its signer sign it for this log? Whether it had the right to is the roster's to judge. */
export async function verifyStatement(bytes: Uint8Array): Promise<Verified> {
  const judged = judgeStatement(bytes);
  if (typeof judged === "string") return { ok: false, reason: judged };
  const { statement, signature } = judged;
  const digest = statementDigest(statement);
  const isSigned = await isSignedBy(statement.by, contextOf(statement), digest, signature);
  if (!isSigned) return { ok: false, reason: "bad-signature" };
  return { ok: true, statement: { ...statement, id: bytesToHex(digest) } };
}
