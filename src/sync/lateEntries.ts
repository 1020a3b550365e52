import { isDenied, type LateRow, type RowRefusal } from "../protocol/logs.ts";
import type { AgencyLogs, AgencyNeeds } from "./agencyLogs.ts";

/** Refused for its number: it will never be taken under that name. */
const numbered: ReadonlySet<string> = new Set<RowRefusal>(["fork", "gap"]);

/** Entries in one push: each may be as large as an entry can be. */
const atOnce = 4;

/** What people wrote who may no longer: to be looked at, and taken in, by whoever works in the case. */
export function createLateEntries({ relay, ledger }: AgencyNeeds, logs: AgencyLogs) {
  const { entriesLog, membersLog, membership, say } = logs;

  async function lateOf(caseId: string): Promise<readonly LateRow[]> {
    const answer = await relay.lateOf(caseId);
    return isDenied(answer) ? [] : answer.rows;
  }

  /** Offers them under their own names. What can't have its number is kept apart here, to be sealed anew. */
  async function offer(caseId: string, rows: readonly LateRow[]): Promise<boolean> {
    for (let at = 0; at < rows.length; at += atOnce) {
      const batch = rows.slice(at, at + atOnce).map(({ bytes }) => bytes);
      const answer = await relay.push(entriesLog(caseId), batch, false);
      if (isDenied(answer)) return false;
      const apart = batch.filter((_, i) => {
        const one = answer.answers[i];
        return one !== undefined && "refused" in one && numbered.has(one.refused);
      });
      if (apart.length > 0) await ledger.keepForked(caseId, apart);
    }
    return true;
  }

  return {
    /** By device, the highest number of its entries that don't stand. */
    async toReview(caseId: string): Promise<ReadonlyMap<string, number>> {
      const found = new Map(await ledger.outside(caseId));
      const known = await ledger.entryIds(caseId);
      for (const { id, device, n } of await lateOf(caseId)) {
        if (!known.has(id)) found.set(device, Math.max(n, found.get(device) ?? 0));
      }
      return found;
    },

    /** What the relay keeps as late, and this device has not heard. */
    async lateEntries(caseId: string): Promise<readonly Uint8Array[]> {
      const known = await ledger.entryIds(caseId);
      return (await lateOf(caseId)).flatMap(({ id, bytes }) => (known.has(id) ? [] : [bytes]));
    },

    async takeIn(caseId: string, device: string, entries: number): Promise<boolean> {
      const rows = (await lateOf(caseId)).filter((one) => one.device === device && one.n <= entries);
      const { cuts, vouched } = await membership(caseId);
      const isDone = (cuts.get(device) ?? vouched.get(device) ?? 0) >= entries;
      // Said already, and broken off before the entries went in: they go in now.
      if (!isDone && !(await say(membersLog(caseId), { kind: "tookIn", device, entries }))) return false;
      return offer(
        caseId,
        [...rows].sort((a, b) => a.n - b.n),
      );
    },
  };
}
