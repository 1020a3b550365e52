import {
  type Denied,
  type Head,
  isDenied,
  type LogName,
  maxBatchBytes,
  maxRows,
  type PushAnswer,
  type RowAnswer,
  type RowRefusal,
} from "../protocol/logs.ts";
import { chainAfter } from "../protocol/runningHash.ts";
import type { HeldBack, KeptEntry, Ledger } from "../store/ledger.ts";
import type { RelayCalls } from "./relayCalls.ts";

/**
 * What came of offering a case's entries: how many the relay has now, and how many it keeps as late. `unheard`: somebody
 * else's came in between, so that ours count as sent only once they are heard.
 */
export type Pushed = { readonly sent: number; readonly late: number; readonly unheard: boolean };

/** The head after our own rows, where nobody else's came in between: they need not be heard again. */
function advanced(cursor: Head, answers: readonly RowAnswer[], head: Head): Head | undefined {
  let { seq, chain } = cursor;
  for (const answer of answers) {
    if (!("seq" in answer) || answer.seq <= seq) continue;
    if (answer.seq !== seq + 1) return undefined;
    seq += 1;
    chain = chainAfter(chain, answer.id);
  }
  return seq === head.seq && chain === head.chain ? head : undefined;
}

/** True where all that the relay has taken is heard thereby. */
async function keepAnswers(ledger: Ledger, name: LogName, { answers, head }: PushAnswer): Promise<boolean> {
  const receipts = answers.flatMap((one) =>
    "seq" in one ? [{ id: one.id, receivedAt: one.receivedAt }] : [],
  );
  if (receipts.length === 0) return true;
  const end = advanced(await ledger.cursor(name), answers, head);
  await ledger.acknowledge(name, receipts, end);
  return end !== undefined;
}

/**
 * Why a row stays here. What a restored relay lacks before it goes first; where that is held back itself, so is what
 * follows.
 */
async function heldFor(
  ledger: Ledger,
  name: LogName,
  { device }: KeptEntry,
  { refused, last }: { readonly refused: RowRefusal; readonly last: number },
): Promise<HeldBack["why"] | undefined> {
  if (refused !== "gap") return refused;
  const found = await ledger.offerFrom(name.case, device, last + 1);
  if (found === "offered") return undefined;
  return found === "absent" ? "gap" : found;
}

/** What may not stand in the case is left where somebody who works there finds it. */
async function leaveLate(
  relay: RelayCalls,
  name: LogName,
  rows: readonly KeptEntry[],
): Promise<readonly HeldBack[]> {
  if (rows.length === 0) return [];
  const answer = await relay.late(
    name.case,
    rows.map(({ bytes }) => bytes),
  );
  const why = isDenied(answer) ? "not-a-member" : "late";
  return rows.map(({ id }) => ({ id, why }));
}

/**
 * Offers whatever the relay lacks, anybody's, each device's in order. Stops when nothing more is taken: what is refused is
 * said, and stands in the way of no other device's entries.
 */
export async function pushEntries(
  relay: RelayCalls,
  ledger: Ledger,
  name: LogName,
): Promise<Pushed | Denied> {
  let sent = 0;
  let late = 0;
  let unheard = false;
  // A relay that asks for the same entries again and again gets them once more, and then no longer in this round.
  for (let idle = 0; idle < 2; ) {
    const before = sent;
    const batch = await ledger.unsent(name.case, maxRows, maxBatchBytes);
    if (batch.length === 0) break;
    const answer = await relay.push(
      name,
      batch.map(({ bytes }) => bytes),
      false,
    );
    if (isDenied(answer)) return answer;
    if (!(await keepAnswers(ledger, name, answer))) unheard = true;
    const held: HeldBack[] = [];
    const outside: KeptEntry[] = [];
    for (const [i, one] of answer.answers.entries()) {
      const row = batch[i];
      if (!row) break;
      if ("seq" in one) {
        sent += 1;
        continue;
      }
      const why = await heldFor(ledger, name, row, one);
      if (why === "not-a-member" || why === "late") outside.push(row);
      else if (why) held.push({ id: row.id, why });
    }
    held.push(...(await leaveLate(relay, name, outside)));
    late += outside.length;
    if (held.length > 0) await ledger.holdBack(name.case, held);
    idle = sent === before && held.length === 0 ? idle + 1 : 0;
  }
  return { sent, late, unheard };
}
