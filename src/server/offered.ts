import { bytesToHex } from "@noble/hashes/utils.js";
import type { LogName, Numbered, RowRefusal } from "../protocol/logs.ts";
import { entryDigest, judgeSealed } from "../protocol/sealedEntry.ts";
import type { SignatureContext } from "../protocol/signing.ts";
import { contextOf, judgeStatement, type KnownStatement, statementDigest } from "../protocol/statement.ts";

/** Is this the signer's signature over that digest, in that context? */
export type Verify = (
  signer: string,
  context: SignatureContext,
  digest: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>;

/** Bytes as they were offered, read: a row to judge, or why they are refused. */
export type Offered =
  | { readonly row: Numbered; readonly statement?: KnownStatement }
  | { readonly id: string; readonly why: RowRefusal };

export const isRow = (one: Offered): one is Exclude<Offered, { readonly why: RowRefusal }> => "row" in one;

export async function readEntry(verify: Verify, log: LogName, bytes: Uint8Array): Promise<Offered> {
  const sealed = judgeSealed(bytes);
  if (typeof sealed === "string") return { id: "", why: sealed };
  const { header, signature } = sealed;
  const digest = entryDigest(sealed);
  const id = bytesToHex(digest);
  if (header.case !== log.case) return { id, why: "elsewhere" };
  if (!(await verify(header.device, "entry", digest, signature))) return { id, why: "bad-signature" };
  return { row: { id, device: header.device, n: header.n, prev: header.prev, bytes } };
}

export async function readStatement(verify: Verify, log: LogName, bytes: Uint8Array): Promise<Offered> {
  const signed = judgeStatement(bytes);
  if (typeof signed === "string") return { id: "", why: signed };
  const { statement, signature } = signed;
  const digest = statementDigest(statement);
  const id = bytesToHex(digest);
  if (statement.agency !== log.agency || statement.case !== log.case) return { id, why: "elsewhere" };
  if (!(await verify(statement.by, contextOf(statement), digest, signature)))
    return { id, why: "bad-signature" };
  const { by: device, n, prev } = statement;
  return { row: { id, device, n, prev, bytes }, statement: { ...statement, id } };
}
