import type { CaseId } from "../domain/ids.ts";
import { openEntry } from "../vault/seal.ts";
import type { NewRow } from "./arrival.ts";
import type { PutAside } from "./cache.ts";
import { fromInside } from "./entryCodec.ts";
import { type CaseNeeds, openAll, stateOf } from "./openCase.ts";
import { storeReceived } from "./rows.ts";

/** A row to keep, or why these bytes are refused. What waits for a key, or a newer version, is kept. */
async function judged(
  unlocked: CaseNeeds["unlocked"],
  caseId: CaseId,
  bytes: Uint8Array,
): Promise<NewRow | PutAside> {
  const result = await openEntry(bytes, (kid) => unlocked().keyOf(caseId, kid));
  if (result.ok) {
    const entry = fromInside(result.header, result.id, result.inside);
    if (entry?.case !== caseId) return { id: result.id, why: "malformed" };
    const { id, device, n } = entry;
    return { id, case: caseId, device, n, state: stateOf(entry), sealed: bytes, unsent: 1 };
  }
  if (result.reason !== "waits-for-key") return { id: "", why: result.reason };
  const { device, n, case: of } = result.header;
  if (of !== caseId) return { id: result.id, why: "malformed" };
  return { id: result.id, case: caseId, device, n, state: "waits-for-key", sealed: bytes, unsent: 1 };
}

/** Keeps sealed entries from a file or another device. Each is judged alone: a bad one stops no other. */
export async function receive(
  { database, unlocked }: Pick<CaseNeeds, "database" | "unlocked">,
  caseId: CaseId,
  sealed: readonly Uint8Array[],
): Promise<{ readonly stored: number; readonly refused: readonly PutAside[] }> {
  const found = await openAll(sealed, (bytes) => judged(unlocked, caseId, bytes));
  const rows = found.flatMap((one) => ("why" in one ? [] : [one]));
  const refused = found.flatMap((one) => ("why" in one ? [one] : []));
  const { stored, forked } = await storeReceived(database, rows);
  return { stored: stored.length, refused: [...refused, ...forked] };
}
