import { type Denied, emptyHead, type Head, isDenied, type LogName, logKeyOf } from "../protocol/logs.ts";
import type { Membership } from "../protocol/membershipRules.ts";
import type { MembershipSaying } from "../protocol/membershipSaying.ts";
import type { Roster } from "../protocol/roster.ts";
import type { RosterSaying } from "../protocol/rosterSaying.ts";
import type { KnownStatement } from "../protocol/statement.ts";
import { type AgencyNeeds, createAgencyLogs } from "./agencyLogs.ts";
import { type CaseRound, createCaseRounds } from "./caseRound.ts";
import { createLateEntries } from "./lateEntries.ts";
import { createPullingAhead } from "./pullAhead.ts";
import { copiesOf } from "./pullLog.ts";
import { RelayProblem } from "./relayCalls.ts";
import type { Say } from "./saying.ts";
import { cutsOfMember } from "./tend.ts";
import { createTurns } from "./turns.ts";

/** What one round has done, for the corner of the screen and for whoever asks again. */
export type Round = {
  readonly sent: number;
  /** Cases in which entries could not go where they belong: they lie with the relay as late, to be taken in. */
  readonly late: ReadonlySet<string>;
  /** Cases of which this device is no member any more: its unsent work has been left as late. */
  readonly left: ReadonlySet<string>;
  /** Cases in which the relay keeps entries as late, which somebody who works there may take in. */
  readonly toReview: ReadonlySet<string>;
  /** The relay doesn't know this device. */
  readonly unknown: boolean;
};

export type Exchange = {
  /** One round: safe to repeat, and to interrupt, at any point. @throws RelayProblem, StoreProblem. */
  round(): Promise<Round>;
  /** Hears who belongs to the agency, and nothing else: for an invitation's key. */
  hearRoster(): Promise<Denied | undefined>;
  /** Hears who works in a case, and nothing else: for whoever holds the recovery sheet. */
  hearMembers(caseId: string): Promise<Denied | undefined>;
  /** The cases that the relay tells of. */
  casesTold(): Promise<readonly string[]>;
  roster(): Promise<Roster>;
  /** What was said of the roster, as far as it was heard. */
  rosterStatements(): Promise<readonly KnownStatement[]>;
  /** Each use of the recovery sheet that was said, in the order of the log. */
  recoveries(): Promise<readonly (KnownStatement & { readonly says: Recovered })[]>;
  membership(caseId: string): Promise<Membership>;
  say: Say;
  /** Says who works in a case, and hands its keys on at once: whoever closes the tablet then leaves nobody without. */
  sayOfCase(caseId: string, says: MembershipSaying): Promise<boolean>;
  /** What people wrote who may no longer, for review: by device, the highest number of its entries that don't stand. */
  toReview(caseId: string): Promise<ReadonlyMap<string, number>>;
  /** Of it, what lies with the relay alone. */
  lateEntries(caseId: string): Promise<readonly Uint8Array[]>;
  /** Takes in what a device wrote beyond its cut, up to its entry of that number. */
  takeIn(caseId: string, device: string, entries: number): Promise<boolean>;
  /** Puts a case that this device made under the agency, with what was written there before. */
  openCase(caseId: string): Promise<boolean>;
  remove(caseId: string, member: string): Promise<boolean>;
  /** A device or an invitation's key, for good: what it has said until now stands. */
  revoke(key: string): Promise<boolean>;
};

type Recovered = Extract<RosterSaying, { readonly kind: "recovered" }>;

/** Calls that are under way at once: a browser lets six go to one address, and there is other work for them. */
const callsAhead = 3;

/** Cases that are asked for with one call, so that about one answer holds them: each has two logs. */
const casesAhead = 12;

/** And with the first: few, so that there is something to do while the others are on their way. */
const casesFirst = 3;

function partsOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  const parts: (readonly One[])[] = [];
  let size = casesFirst;
  for (let at = 0; at < all.length; at += size) {
    if (at > 0) size = Math.min(size * 2, casesAhead);
    parts.push(all.slice(at, at + size));
  }
  return parts;
}

/** So many at once. What is under way when one fails ends first: a round that has failed must not run into the next one. */
async function sideBySide<One>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failed = ends.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

function orNone(error: unknown): readonly Uint8Array[] {
  if (error instanceof RelayProblem) return [];
  throw error;
}

type ToDo = { readonly caseId: string; readonly isMoved: boolean };

/** The exchange of one device with one relay, for one agency. Nothing here opens an entry. */
export function createExchange(given: AgencyNeeds): Exchange {
  const { relay, ahead, forget } = createPullingAhead(given.relay);
  const needs: AgencyNeeds = { ...given, relay };
  const { agency, device, ledger } = needs;
  const logs = createAgencyLogs(needs);
  const { rosterLog, membersLog, entriesLog, roster, membership, offerAgain, hear, say, tendingOf } = logs;
  const { begin, roundOf, handKeysOn, lookAfter, isTended, leaveAgain } = createCaseRounds(needs, logs);
  const { toReview, lateEntries, takeIn } = createLateEntries(needs, logs);

  /** To its end, so that what a relay had lost of it is back there. Broken off, that is done again. */
  let isRosterHeard = false;

  async function hasMoved(name: LogName, heads: ReadonlyMap<string, Head>): Promise<boolean> {
    const own = await ledger.cursor(name);
    const theirs = heads.get(logKeyOf(name)) ?? emptyHead;
    return own.seq !== theirs.seq || own.chain !== theirs.chain;
  }

  /** Cases in which something may be to do: the relay's head is another, something is unsent, or they were not tended. */
  async function toDo(heads: ReadonlyMap<string, Head>, names: readonly LogName[]): Promise<readonly ToDo[]> {
    const listed = names.flatMap(({ case: caseId }) => (caseId === "" ? [] : [caseId]));
    // The agency's own case is there from the beginning, and nobody need have said anything of it yet.
    const all = [...new Set([agency, ...listed, ...(await ledger.cases(agency))])].sort();
    const unsent = await ledger.unsentCases();
    const judge = async (caseId: string): Promise<ToDo | undefined> => {
      // Who no longer reads a case is told of its members only. A relay that lost the case tells of neither.
      const isRead = heads.has(logKeyOf(entriesLog(caseId))) || !heads.has(logKeyOf(membersLog(caseId)));
      const isMoved =
        unsent.has(caseId) ||
        (await hasMoved(membersLog(caseId), heads)) ||
        (isRead && (await hasMoved(entriesLog(caseId), heads)));
      return isMoved || !(await isTended(caseId)) ? { caseId, isMoved } : undefined;
    };
    // Side by side: of hundreds of cases each is a few small reads.
    return (await Promise.all(all.map(judge))).flatMap((one) => one ?? []);
  }

  async function sayOfCase(caseId: string, says: MembershipSaying): Promise<boolean> {
    if (!(await say(membersLog(caseId), says))) return false;
    // It is said, whatever comes now: what is left to do, the next round does.
    await handKeysOn(caseId).catch(() => undefined);
    return true;
  }

  /** What is to be heard of these, with one call. */
  async function askAhead(part: readonly ToDo[]): Promise<void> {
    const logs = part.flatMap(({ caseId, isMoved }) =>
      isMoved ? [membersLog(caseId), entriesLog(caseId)] : [],
    );
    const asked = logs.map(async (log) => ({ log, after: await ledger.cursor(log) }));
    if (asked.length > 0) await ahead(await Promise.all(asked));
  }

  /** By id, in how many rounds an entry that did not open is asked for once more: at first in the next, then ever later. */
  const waits = new Map<string, { readonly rounds: number; left: number }>();

  /** The relay may have handed out an altered copy, and have the good one. */
  async function hearRefusedAgain(told: ReadonlySet<string>): Promise<void> {
    for (const one of waits.values()) one.left -= 1;
    for (const [caseId, ids] of await ledger.refused()) {
      if (!told.has(caseId)) continue;
      const wanted = new Set(ids.filter((id) => (waits.get(id)?.left ?? 0) <= 0));
      if (wanted.size === 0) continue;
      // All else is done by now: where the relay does not answer, that is for another round.
      const copies = await copiesOf(given.relay, entriesLog(caseId), wanted).catch(orNone);
      if (copies.length > 0) await ledger.giveWay(caseId, copies);
      for (const id of wanted) {
        const rounds = 2 * (waits.get(id)?.rounds ?? 0.5);
        waits.set(id, { rounds, left: rounds });
      }
    }
  }

  async function round(): Promise<Round> {
    const answer = await relay.heads();
    if (isDenied(answer)) {
      // Restored from a backup that is older than this device: what it has heard makes it known again.
      await offerAgain(rosterLog, await ledger.statements(rosterLog));
      return { sent: 0, late: new Set(), left: new Set(), toReview: new Set(), unknown: true };
    }
    const heads = new Map(answer.heads.map(({ log, head }) => [logKeyOf(log), head]));
    if (!isRosterHeard || (await hasMoved(rosterLog, heads))) {
      isRosterHeard = false;
      await hear(rosterLog);
      isRosterHeard = true;
    }
    const names = answer.heads.map(({ log }) => log);
    const told = new Set(names.map((name) => name.case));
    for (const caseId of await ledger.casesLeftLate()) if (told.has(caseId)) await leaveAgain(caseId);
    begin();
    const done = new Map<string, CaseRound>();
    const all = await toDo(heads, names);
    const { keys } = needs;
    const isWithoutKey = ({ caseId, isMoved }: ToDo) => isMoved && keys.kids(caseId).length === 0;
    if (!keys.isPartial() && all.some(isWithoutKey)) keys.expect();
    const parts = partsOf(all);
    const inTurn = createTurns();
    const asked = new Map<number, Promise<void>>();
    let broken: { readonly error: unknown } | undefined;
    /** Once anything has failed the round is over: what waits for its turn is not asked of a relay that says nothing. */
    const unlessBroken = async (work: () => Promise<void>): Promise<void> => {
      if (broken) throw broken.error;
      try {
        await work();
      } catch (error) {
        broken ??= { error };
        throw error;
      }
    };
    const ask = (at: number): Promise<void> => {
      const askPart = () => unlessBroken(() => askAhead(parts[at] ?? []));
      const known = asked.get(at) ?? inTurn(String(at % callsAhead), askPart);
      asked.set(at, known);
      return known;
    };
    const work = async ({ caseId, isMoved }: ToDo, at: number): Promise<void> => {
      await ask(at);
      // While these are worked on the next are on their way. Where they do not come, that is found when they are waited for.
      ask(at + 1).catch(() => undefined);
      // With nothing to hear and nothing to send the relay is not asked.
      done.set(caseId, await (isMoved ? roundOf : lookAfter)(caseId));
      for (const log of [membersLog(caseId), entriesLog(caseId)]) forget(log);
      needs.onProgress?.(done.size, all.length);
    };
    const inParts = parts.flatMap((part, at) => part.map((one) => ({ one, at })));
    await sideBySide(inParts, needs.atOnce ?? 1, ({ one, at }) => unlessBroken(() => work(one, at)));
    await hearRefusedAgain(new Set(names.flatMap(({ kind, case: of }) => (kind === "entries" ? [of] : []))));
    const those = (which: (one: CaseRound) => boolean) =>
      new Set([...done].flatMap(([caseId, one]) => (which(one) ? [caseId] : [])));
    return {
      sent: [...done.values()].reduce((sum, one) => sum + one.sent, 0),
      late: those(({ late }) => late),
      left: those(({ left }) => left),
      toReview: new Set(answer.late.map((one) => one.case)),
      unknown: false,
    };
  }

  return {
    round,
    hearRoster: () => hear(rosterLog),
    hearMembers: (caseId) => hear(membersLog(caseId)),
    async casesTold() {
      const answer = await relay.heads();
      if (isDenied(answer)) return [];
      return answer.heads.flatMap(({ log }) =>
        log.kind === "members" && log.case !== agency ? [log.case] : [],
      );
    },
    rosterStatements: () => logs.statements(rosterLog),
    async recoveries() {
      const { void: without } = await roster();
      const known = await logs.statements(rosterLog);
      return known
        .filter((one) => !without.has(one.id))
        .flatMap((one) => {
          const says = one.says as Recovered;
          return says.kind === "recovered" ? [{ ...one, says }] : [];
        });
    },
    roster,
    membership,
    say,
    sayOfCase,
    toReview,
    lateEntries,
    async takeIn(caseId, by, entries) {
      if (!(await takeIn(caseId, by, entries))) return false;
      await roundOf(caseId);
      return true;
    },
    async openCase(caseId) {
      const known = await roster();
      const ends = await ledger.ends(caseId);
      const cuts = [...ends].flatMap(([by, entries]) =>
        known.devices.has(by) ? [] : [{ device: by, entries, statements: 0 }],
      );
      return sayOfCase(caseId, { kind: "opened", cuts });
    },
    async remove(caseId, member) {
      // What was written until now is heard first: the removal says what it has seen.
      await roundOf(caseId);
      const tending = { ...(await tendingOf(caseId)), mayWrapBack: () => false };
      const cuts = await cutsOfMember(tending, member);
      const own = member === tending.roster.devices.get(device)?.member;
      const counted = own
        ? cuts.map((cut) => (cut.device === device ? { ...cut, statements: cut.statements + 1 } : cut))
        : cuts;
      return sayOfCase(caseId, { kind: "removed", member, cuts: counted });
    },
    async revoke(key) {
      await hear(rosterLog);
      const known = await logs.statements(rosterLog);
      const said = Math.max(0, ...known.filter(({ by }) => by === key).map(({ n }) => n));
      return say(rosterLog, { kind: "revoked", device: key, statements: said });
    },
  };
}
