import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { LogName, Numbered, RowRefusal } from "../protocol/logs.ts";
import { layoutOf, refusalOf } from "../protocol/sealedLayout.ts";
import type { SignatureContext } from "../protocol/signing.ts";
import { contextOf, judgeStatement, type KnownStatement, statementDigest } from "../protocol/statement.ts";
import { entryIdOf } from "./hashes.ts";

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

type Signed = { readonly row: Numbered; readonly signature: Uint8Array };
type Refused = Extract<Offered, { readonly why: RowRefusal }>;

function readSealed(log: LogName, bytes: Uint8Array): Signed | Refused {
  const sealed = layoutOf(bytes);
  if (!sealed) return { id: "", why: refusalOf(bytes) ?? "malformed" };
  const id = entryIdOf(sealed);
  const { case: caseId, device, n, prev } = sealed.header;
  if (caseId !== log.case) return { id, why: "elsewhere" };
  return { row: { id, device, n, prev, bytes }, signature: sealed.signature };
}

/** An entry names the one before it by its hash: the signature over it is one over all that it follows. */
const follows = (after: Signed | Refused | undefined, { row }: Signed): boolean =>
  after !== undefined &&
  "row" in after &&
  after.row.device === row.device &&
  after.row.n === row.n + 1 &&
  after.row.prev === row.id;

/**
 * Entries, and whether their authors wrote them. `by`: whose session it is. What a device offers of its own is vouched for by
 * the signature of the last in a row, which spares most of the work; what it offers of others is checked one by one, so that
 * nobody can put a broken signature in the place of another's good one.
 */
export async function readEntries(
  verify: Verify,
  log: LogName,
  rows: readonly Uint8Array[],
  by: string,
): Promise<Offered[]> {
  const read = rows.map((bytes) => readSealed(log, bytes));
  const isSigned = ({ row, signature }: Signed) => verify(row.device, "entry", hexToBytes(row.id), signature);
  // Only for those that are asked for: a promise for each row would cost as much as reading it.
  const checks: Promise<void>[] = [];
  const checked = new Map<number, boolean>();
  for (const [index, one] of read.entries()) {
    if (!("row" in one) || (one.row.device === by && follows(read[index + 1], one))) continue;
    checks.push(isSigned(one).then((isGood) => void checked.set(index, isGood)));
  }
  await Promise.all(checks);
  const offered: Offered[] = [];
  for (let index = read.length - 1; index >= 0; index -= 1) {
    const one = read[index];
    if (!one) continue;
    if (!("row" in one)) {
      offered.push(one);
      continue;
    }
    const after = offered.at(-1);
    const isGood = checked.get(index) ?? ((after && isRow(after)) || (await isSigned(one)));
    offered.push(isGood ? { row: one.row } : { id: one.row.id, why: "bad-signature" });
  }
  return offered.reverse();
}

async function readStatement(verify: Verify, log: LogName, bytes: Uint8Array): Promise<Offered> {
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

export const readStatements = (
  verify: Verify,
  log: LogName,
  rows: readonly Uint8Array[],
): Promise<Offered[]> => Promise.all(rows.map((bytes) => readStatement(verify, log, bytes)));
