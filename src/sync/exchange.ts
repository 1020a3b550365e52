import {
  type Denied,
  type EntryName,
  emptyHead,
  type Head,
  isDenied,
  type LateRow,
  type LogName,
  type RowRefusal,
} from "../protocol/logs.ts";
import { entryStands, type Membership, mayRead, membershipOf } from "../protocol/membership.ts";
import { type Roster, rosterOf } from "../protocol/roster.ts";
import { inOrder, type KnownStatement, type SignedStatement, type Statement } from "../protocol/statement.ts";
import type { KeptStatement, Ledger, Stands } from "../store/ledger.ts";
import { entriesOf, readStatement, statementsOf } from "./localLogs.ts";
import { pullLog } from "./pullLog.ts";
import { pushEntries } from "./pushEntries.ts";
import type { RelayCalls } from "./relayCalls.ts";
import { createSay, type Say } from "./saying.ts";
import { type CaseKeys, cutsOfMember, isTended, type Tending, tend } from "./tend.ts";

export type ExchangeNeeds = {
  readonly agency: string;
  readonly device: string;
  readonly relay: RelayCalls;
  readonly ledger: Ledger;
  readonly keys: CaseKeys;
  readonly sign: (statement: Statement) => Promise<SignedStatement>;
  readonly verify: (statementBytes: Uint8Array) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** What one round has done, for the corner of the screen and for whoever asks again. */
export type Round = {
  readonly sent: number;
  /** Cases in which entries could not go where they belong: they lie with the relay as late, to be taken in. */
  readonly late: ReadonlySet<string>;
  /** Cases of which this device is no member any more: its unsent work has been left as late. */
  readonly left: ReadonlySet<string>;
  /** The relay doesn't know this device. */
  readonly unknown: boolean;
};

export type Exchange = {
  /** One round: safe to repeat, and to interrupt, at any point. @throws RelayProblem, StoreProblem. */
  round(): Promise<Round>;
  roster(): Promise<Roster>;
  membership(caseId: string): Promise<Membership>;
  say: Say;
  /** What people wrote who may no longer, for review: by device, the highest number of its entries that don't stand. */
  toReview(caseId: string): Promise<ReadonlyMap<string, number>>;
  /** Takes in what a device wrote beyond its cut, up to its entry of that number. */
  takeIn(caseId: string, device: string, entries: number): Promise<boolean>;
  /** Puts a case that this device made under the agency, with what was written there before. */
  openCase(caseId: string): Promise<boolean>;
  remove(caseId: string, member: string): Promise<boolean>;
};

/** Refused for its number: it will never be taken under that name. */
const numbered: ReadonlySet<string> = new Set<RowRefusal>(["fork", "gap"]);

/** Names in one question. */
const atOnce = 1000;

const keyOf = ({ kind, case: caseId }: LogName): string => `${kind} ${caseId}`;

export function createExchange(needs: ExchangeNeeds): Exchange {
  const { agency, device, relay, ledger, keys, verify } = needs;
  const rosterLog: LogName = { agency, kind: "roster", case: "" };
  const membersLog = (caseId: string): LogName => ({ agency, kind: "members", case: caseId });
  const entriesLog = (caseId: string): LogName => ({ agency, kind: "entries", case: caseId });
  /** As what a case was tended last: nothing is to be done again until one of these has changed. */
  const tended = new Map<string, string>();

  async function statements(name: LogName): Promise<readonly KnownStatement[]> {
    const kept = await ledger.statements(name);
    return kept.flatMap(({ bytes }) => readStatement(name, bytes)?.statement ?? []);
  }

  const roster = async (): Promise<Roster> => rosterOf(agency, await statements(rosterLog));

  const membership = async (caseId: string): Promise<Membership> =>
    membershipOf(caseId, await roster(), await statements(membersLog(caseId)));

  /** In the order of what they mean, so that nobody's right comes after what it was needed for. */
  async function offerAgain(name: LogName, rows: readonly KeptStatement[]): Promise<Denied | undefined> {
    const read = rows.flatMap(({ bytes }) => readStatement(name, bytes) ?? []);
    const bytes = new Map(read.map((one) => [one.id, one.bytes]));
    const ordered = inOrder(read.map(({ statement }) => statement));
    for (let at = 0; at < ordered.length; at += 50) {
      const batch = ordered.slice(at, at + 50);
      const answer = await relay.push(
        name,
        batch.flatMap(({ id }) => bytes.get(id) ?? []),
        false,
      );
      if (isDenied(answer)) return answer;
      // Another statement of that signer has this number now, or its signer came in by one that was lost: a cloned device.
      // Everybody goes by what the relay has.
      const refused = answer.answers.flatMap((one) => ("refused" in one ? [one.id] : []));
      if (refused.length > 0) await ledger.dropStatements(name, refused);
    }
    return undefined;
  }

  const hearStatements = (name: LogName): Promise<Denied | undefined> =>
    pullLog(relay, name, statementsOf(name, { ledger, verify, offer: (rows) => offerAgain(name, rows) }));

  const hear = async (name: LogName): Promise<void> => {
    await hearStatements(name);
  };

  const say = createSay({ ...needs, statements, hear });

  const tendingOf = async (caseId: string): Promise<Tending> => {
    const found = {
      roster: await roster(),
      name: membersLog(caseId),
      statements: await statements(membersLog(caseId)),
    };
    return {
      ...found,
      ...{ device, ledger, keys, say },
      membership: membershipOf(caseId, found.roster, found.statements),
    };
  };

  async function lateOf(caseId: string): Promise<readonly LateRow[]> {
    const answer = await relay.lateOf(caseId);
    return isDenied(answer) ? [] : answer.rows;
  }

  /** Tends a case until nothing is left to do; a few times only, since others tend it too. */
  async function settled(caseId: string): Promise<Tending> {
    for (let turn = 0; ; turn += 1) {
      const tending = await tendingOf(caseId);
      if (turn === 4 || !(await tend(tending))) return tending;
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

  type CaseRound = {
    readonly sent: number;
    readonly late: boolean;
    readonly left: boolean;
  };
  const nothing: CaseRound = { sent: 0, late: false, left: false };

  /** What of these the relay does not keep is offered once more. */
  async function offerMissing(caseId: string, names: readonly EntryName[]): Promise<void> {
    for (let at = 0; at < names.length; at += atOnce) {
      const answer = await relay.missing(caseId, names.slice(at, at + atOnce));
      if (isDenied(answer)) return;
      if (answer.missing.length > 0) await ledger.takeBack(caseId, answer.missing);
    }
  }

  /** A restored relay may have lost what was left with it as late: then that is left once more. */
  async function leaveAgain(names: readonly LogName[]): Promise<void> {
    for (const caseId of new Set(names.map((name) => name.case))) {
      if (caseId !== "") await offerMissing(caseId, await ledger.leftLate(caseId));
    }
  }

  /**
   * A device that no longer belongs here hears no more of the entries, so it asks for its own: some of them a relay may have
   * acknowledged and lost since.
   */
  async function leave(caseId: string, { opened }: Membership): Promise<CaseRound> {
    if (opened === undefined) return nothing;
    await offerMissing(caseId, await ledger.writtenBy(caseId, device));
    // What could not be sealed anew under another name either, since this device may name nobody any more.
    await ledger.takeBack(caseId, (await ledger.forked()).get(caseId) ?? []);
    return { ...nothing, left: await leaveLate(caseId) };
  }

  async function roundOf(caseId: string): Promise<CaseRound> {
    await hearStatements(membersLog(caseId));
    const tending = await settled(caseId);
    const { membership: members, roster: now } = tending;
    if (isTended(tending)) tended.set(caseId, await asTended(caseId));
    else tended.delete(caseId);
    const stands: Stands = (by, n) => entryStands(members, now, by, n);
    await ledger.judgeAnew(caseId, stands);
    if (!mayRead(members, now, device)) return leave(caseId, members);
    const name = entriesLog(caseId);
    if (await pullLog(relay, name, entriesOf(ledger, name, stands))) return nothing;
    const pushed = await pushEntries(relay, ledger, name);
    if (isDenied(pushed)) return nothing;
    return { sent: pushed.sent, late: pushed.late > 0, left: false };
  }

  async function hasMoved(name: LogName, heads: ReadonlyMap<string, Head>): Promise<boolean> {
    const own = await ledger.cursor(name);
    const theirs = heads.get(keyOf(name)) ?? emptyHead;
    return own.seq !== theirs.seq || own.chain !== theirs.chain;
  }

  const asTended = async (caseId: string): Promise<string> =>
    `${(await ledger.cursor(rosterLog)).chain} ${keys.kids(caseId).join()}`;

  /** Cases in which something may be to do: the relay's head is another, something is unsent, or they were not tended. */
  async function toDo(
    heads: ReadonlyMap<string, Head>,
    names: readonly LogName[],
  ): Promise<readonly string[]> {
    const listed = names.flatMap(({ case: caseId }) => (caseId === "" ? [] : [caseId]));
    const all = [...new Set([...listed, ...(await ledger.cases(agency))])].sort();
    const unsent = await ledger.unsentCases();
    const found: string[] = [];
    for (const caseId of all) {
      const isTended = tended.get(caseId) === (await asTended(caseId));
      // Who no longer reads a case is told of its members only. A relay that lost the case tells of neither.
      const isRead = heads.has(keyOf(entriesLog(caseId))) || !heads.has(keyOf(membersLog(caseId)));
      const isToDo =
        unsent.has(caseId) ||
        !isTended ||
        (await hasMoved(membersLog(caseId), heads)) ||
        (isRead && (await hasMoved(entriesLog(caseId), heads)));
      if (isToDo) found.push(caseId);
    }
    return found;
  }

  async function round(): Promise<Round> {
    const answer = await relay.heads();
    if (isDenied(answer)) {
      // Restored from a backup that is older than this device: what it has heard makes it known again.
      await offerAgain(rosterLog, await ledger.statements(rosterLog));
      return { sent: 0, late: new Set(), left: new Set(), unknown: true };
    }
    const heads = new Map(answer.heads.map(({ log, head }) => [keyOf(log), head]));
    if (await hasMoved(rosterLog, heads)) await hear(rosterLog);
    const names = answer.heads.map(({ log }) => log);
    await leaveAgain(names);
    const done = new Map<string, CaseRound>();
    for (const caseId of await toDo(heads, names)) {
      done.set(caseId, await roundOf(caseId));
    }
    const those = (which: (one: CaseRound) => boolean) =>
      new Set([...done].flatMap(([caseId, one]) => (which(one) ? [caseId] : [])));
    return {
      sent: [...done.values()].reduce((sum, one) => sum + one.sent, 0),
      late: those(({ late }) => late),
      left: those(({ left }) => left),
      unknown: false,
    };
  }

  return {
    round,
    roster,
    membership,
    say,
    async toReview(caseId) {
      const found = new Map(await ledger.outside(caseId));
      const known = await ledger.entryIds(caseId);
      for (const { id, device: by, n } of await lateOf(caseId)) {
        if (!known.has(id)) found.set(by, Math.max(n, found.get(by) ?? 0));
      }
      return found;
    },
    async takeIn(caseId, by, entries) {
      const rows = (await lateOf(caseId)).filter((one) => one.device === by && one.n <= entries);
      const { cuts } = await membership(caseId);
      const isDone = (cuts.get(by) ?? 0) >= entries;
      // Said already, and broken off before the entries went in: they go in now.
      if (!isDone && !(await say(membersLog(caseId), { kind: "tookIn", device: by, entries }))) return false;
      const ordered = [...rows].sort((a, b) => a.n - b.n);
      for (let at = 0; at < ordered.length; at += 4) {
        const batch = ordered.slice(at, at + 4).map((one) => one.bytes);
        const answer = await relay.push(entriesLog(caseId), batch, false);
        if (isDenied(answer)) return false;
        const forked = answer.answers.flatMap((one, i) =>
          "refused" in one && numbered.has(one.refused) ? [batch[i] ?? new Uint8Array()] : [],
        );
        if (forked.length > 0) await ledger.keepForked(caseId, forked);
      }
      await roundOf(caseId);
      return true;
    },
    async openCase(caseId) {
      const known = await roster();
      const ends = await ledger.ends(caseId);
      const cuts = [...ends].flatMap(([by, entries]) =>
        known.devices.has(by) ? [] : [{ device: by, entries, statements: 0 }],
      );
      return say(membersLog(caseId), { kind: "opened", cuts });
    },
    async remove(caseId, member) {
      // What was written until now is heard first: the removal says what it has seen.
      await roundOf(caseId);
      const tending = await tendingOf(caseId);
      const cuts = await cutsOfMember(tending, member);
      const own = member === tending.roster.devices.get(device)?.member;
      const counted = own
        ? cuts.map((cut) => (cut.device === device ? { ...cut, statements: cut.statements + 1 } : cut))
        : cuts;
      return say(membersLog(caseId), { kind: "removed", member, cuts: counted });
    },
  };
}
