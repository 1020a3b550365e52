import { entryStands, mayRead } from "../protocol/entryStands.ts";
import { type EntryName, isDenied } from "../protocol/logs.ts";
import type { Stands } from "../store/ledger.ts";
import type { AgencyLogs, AgencyNeeds } from "./agencyLogs.ts";
import { entriesOf } from "./localLogs.ts";
import { pullLog } from "./pullLog.ts";
import { pushEntries } from "./pushEntries.ts";
import { handKeysBack, isTended, type Tending, tend } from "./tend.ts";
import { createTurns } from "./turns.ts";

/** `late`: entries lie with the relay as late. `left`: this device belongs here no more, and has left what it had not sent. */
export type CaseRound = { readonly sent: number; readonly late: boolean; readonly left: boolean };

const nothing: CaseRound = { sent: 0, late: false, left: false };

/** Names in one question. */
const atOnce = 1000;

/** How often a case is tended in one round: others tend it too. */
const mostTurns = 4;

/** Keys that are wrapped in one round to who has given them away itself: each costs the relay and this device a turn. */
const mostWrapsBack = 10;

/** One case's part of a round, and what it remembers of the last one. */
export function createCaseRounds(
  { device, relay, ledger, keys, tended = new Map<string, string>() }: AgencyNeeds,
  logs: AgencyLogs,
) {
  const { rosterLog, membersLog, entriesLog, hear, tendingOf } = logs;
  const inTurn = createTurns();
  /**
   * As what a case is tended: nothing is to be done again until one of these has changed. What this device has said itself
   * has moved nothing that it could see, and is to be tended all the same.
   */
  const asTended = async (caseId: string): Promise<string> => {
    const [roster, members] = [await ledger.cursor(rosterLog), await ledger.cursor(membersLog(caseId))];
    return `${keys.isPartial()} ${roster.chain} ${members.chain} ${keys.kids(caseId).join()}`;
  };

  /** How often keys may still be wrapped back in this round. */
  let wrapsBack = mostWrapsBack;

  function isWrapLeft(): boolean {
    wrapsBack -= 1;
    return wrapsBack >= 0;
  }

  /** Where something has moved: that is heard first, and nobody waits for keys that who gave them has. */
  const notNow = (): boolean => false;

  /** Tends a case until nothing is left to do. `as`: as what, from before it was looked at. */
  async function settled(
    caseId: string,
    mayWrapBack: () => boolean = notNow,
  ): Promise<{ readonly tending: Tending; readonly as: string }> {
    for (let turn = 0; ; turn += 1) {
      const as = await asTended(caseId);
      const tending = { ...(await tendingOf(caseId)), mayWrapBack };
      if (turn === mostTurns || !(await tend(tending))) return { tending, as };
    }
  }

  /** Who is no member any more leaves what it had not sent where a member finds it. */
  async function leaveLate(caseId: string): Promise<boolean> {
    let isLeft = false;
    for (;;) {
      const rows = await ledger.unsent(caseId, 200, 1024 * 1024);
      if (rows.length === 0) return isLeft;
      const answer = await relay.late(
        caseId,
        rows.map(({ bytes }) => bytes),
      );
      if (isDenied(answer)) return isLeft;
      await ledger.holdBack(
        caseId,
        rows.map(({ id }) => ({ id, why: "late" })),
      );
      isLeft = true;
    }
  }

  /** What of these the relay does not keep is offered once more. */
  async function offerMissing(caseId: string, names: readonly EntryName[]): Promise<void> {
    for (let at = 0; at < names.length; at += atOnce) {
      const answer = await relay.missing(caseId, names.slice(at, at + atOnce));
      if (isDenied(answer)) return;
      if (answer.missing.length > 0) await ledger.takeBack(caseId, answer.missing);
    }
  }

  /**
   * A device that no longer belongs here hears no more of the entries, so it asks for its own: some of them a relay may have
   * acknowledged and lost since.
   */
  async function leave(caseId: string, tending: Tending): Promise<CaseRound> {
    if (tending.membership.opened === undefined) return nothing;
    await offerMissing(caseId, await ledger.writtenBy(caseId, device));
    // What could not be sealed anew under another name either, since this device may name nobody any more.
    await ledger.takeBack(caseId, (await ledger.forked()).get(caseId) ?? []);
    const isLeft = await leaveLate(caseId);
    if ((await ledger.leftLate(caseId)).length > 0) await handKeysBack(tending);
    return { ...nothing, left: isLeft };
  }

  /** Hears a case's entries and sends what it lacks. `isHeard`: nothing is left that counts as sent, and was not heard. */
  async function entriesRound(tending: Tending) {
    const { name, membership: members, roster: now } = tending;
    const caseId = name.case;
    const stands: Stands = (by, n) => entryStands(members, now, by, n);
    await ledger.judgeAnew(caseId, stands);
    if (!mayRead(members, now, device)) return { done: await leave(caseId, tending), isHeard: true };
    const log = entriesLog(caseId);
    if (await pullLog(relay, log, entriesOf(ledger, log, stands))) return { done: nothing, isHeard: true };
    const pushed = await pushEntries(relay, ledger, log);
    if (isDenied(pushed)) return { done: nothing, isHeard: true };
    return { done: { sent: pushed.sent, late: pushed.late > 0, left: false }, isHeard: !pushed.unheard };
  }

  async function round(caseId: string): Promise<CaseRound> {
    // Broken off anywhere, it is done again, whether or not anything has moved meanwhile.
    tended.delete(caseId);
    await hear(membersLog(caseId));
    const { tending, as } = await settled(caseId);
    const { done, isHeard } = await entriesRound(tending);
    // Not as it stands by now: meanwhile the worker may have let somebody in, who has no key yet.
    if (isHeard && isTended(tending)) tended.set(caseId, as);
    return done;
  }

  /** What is left of the last round, or was broken off there, where nothing has moved since. */
  async function look(caseId: string): Promise<CaseRound> {
    tended.delete(caseId);
    const { tending, as } = await settled(caseId, isWrapLeft);
    const { membership, roster } = tending;
    const isOffered = (await ledger.unheardStatements(membersLog(caseId))).length > 0;
    if (isOffered || !mayRead(membership, roster, device)) return round(caseId);
    await ledger.judgeAnew(caseId, (by, n) => entryStands(membership, roster, by, n));
    if (isTended(tending)) tended.set(caseId, as);
    return nothing;
  }

  return {
    /** At the beginning of a round of all cases. */
    begin: (): void => {
      wrapsBack = mostWrapsBack;
    },
    /** One at a time: what the worker asks for does not run into the round that is under way. */
    roundOf: (caseId: string): Promise<CaseRound> => inTurn(caseId, () => round(caseId)),
    /** Its keys alone, for what was said just now: the entries, which may be many, go with the next round. */
    handKeysOn: (caseId: string): Promise<void> =>
      inTurn(caseId, async () => {
        tended.delete(caseId);
        await hear(membersLog(caseId));
        await settled(caseId);
      }),
    lookAfter: (caseId: string): Promise<CaseRound> => inTurn(caseId, () => look(caseId)),
    isTended: async (caseId: string): Promise<boolean> => tended.get(caseId) === (await asTended(caseId)),
    /** A restored relay may have lost what was left with it as late: then that is left once more. */
    leaveAgain: async (caseId: string): Promise<void> => offerMissing(caseId, await ledger.leftLate(caseId)),
  };
}
