import {
  isMembershipSaying,
  type MembershipSaying,
  type MembershipSays,
  type Right,
} from "./membershipSaying.ts";
import type { Roster } from "./roster.ts";
import { inOrder, type KnownStatement } from "./statement.ts";

/**
 * The membership of a case says who may read and write in it, and carries its keys, each wrapped to one device. Like the
 * roster it is a function of the set of its statements, judged alike on the relay and on every device.
 */

export type Member = {
  readonly right: Right;
  /** Milliseconds since 1970 by the clock of whoever let it in, and which device that was. */
  readonly since: number;
  readonly by: string;
};

export type Grant = {
  readonly id: string;
  /** False where its giver had no right to it any more: its keys may open what they wrote, and nobody counts on it. */
  readonly stands: boolean;
  readonly by: string;
  readonly kids: readonly string[];
  readonly file: Uint8Array;
};

export type Membership = {
  readonly case: string;
  /** Id of the statement that opened the case: grants name it, so that nobody can open it a second time. */
  readonly opened: string | undefined;
  readonly members: ReadonlyMap<string, Member>;
  /** Open offers by id. */
  readonly offers: ReadonlyMap<string, { readonly member: string; readonly by: string }>;
  /** Has the key been known to somebody who no longer may read, since it was last renewed? */
  readonly needsRenewal: boolean;
  /** Of a device that may not write here, or no longer: how many of its entries stand. */
  readonly cuts: ReadonlyMap<string, number>;
  /** The keys that were announced, in order: the last one seals. Empty where the first key still does. */
  readonly kids: readonly string[];
  /** By device, "" for the recovery key. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly void: ReadonlySet<string>;
};

/** What a device said before this point of the order and after its number `statements` is void. */
type Closing = { readonly at: number; readonly device: string; readonly statements: number };

type Working = {
  opened: string | undefined;
  readonly members: Map<string, Member>;
  readonly offers: Map<string, { readonly member: string; readonly by: string }>;
  readonly cuts: Map<string, number>;
  readonly kids: string[];
  needsRenewal: boolean;
  readonly grants: Map<string, readonly Grant[]>;
  readonly void: Set<string>;
  readonly closings: Closing[];
};

/** Also of a device that was revoked since: what it said before its cut stands. */
const memberOf = (roster: Roster, device: string): string | undefined => roster.devices.get(device)?.member;

function hasRight(now: Working, roster: Roster, { by }: KnownStatement, says: MembershipSaying): boolean {
  if (says.kind === "recovered") return by === roster.root;
  // The holder of the recovery key passes a case's keys on, and does nothing else in it.
  if (by === roster.root) return says.kind === "granted";
  const member = memberOf(roster, by);
  if (member === undefined) return false;
  switch (says.kind) {
    case "opened":
      return now.opened === undefined;
    case "accepted":
      return now.offers.get(says.offer)?.member === member;
    case "removed":
      return says.member === member || now.members.get(member)?.right === "write";
    default:
      return now.members.get(member)?.right === "write";
  }
}

function letIn(now: Working, member: string, right: Right, { wall, by }: KnownStatement): boolean {
  const known = now.members.get(member);
  if (known?.right === right) return false;
  now.members.set(member, { right, since: known?.since ?? wall, by });
  return true;
}

function remove(now: Working, roster: Roster, says: MembershipSays<"removed">, at: number): boolean {
  if (!now.members.delete(says.member)) return false;
  now.needsRenewal = true;
  const named = new Map(says.cuts.map((cut) => [cut.device, cut]));
  for (const [device, { member }] of roster.devices) {
    if (member !== says.member) continue;
    const { entries, statements } = named.get(device) ?? { entries: 0, statements: 0 };
    now.cuts.set(device, entries);
    now.closings.push({ at, device, statements });
  }
  return true;
}

function renew(now: Working, roster: Roster, says: MembershipSays<"renewed">, at: number): boolean {
  if (now.kids.includes(says.kid)) return false;
  now.kids.push(says.kid);
  now.needsRenewal = false;
  for (const { device, entries, statements } of says.cuts) {
    // Only what the roster has revoked can be cut off here: a member that works here must be removed to be cut off.
    if (!roster.devices.get(device)?.revoked) continue;
    now.cuts.set(device, entries);
    now.closings.push({ at, device, statements });
  }
  return true;
}

function keepGrant(
  now: Working,
  { id, by }: KnownStatement,
  says: MembershipSays<"granted">,
  stands: boolean,
): void {
  const { to, kids, file } = says;
  now.grants.set(to, [...(now.grants.get(to) ?? []), { id, stands, by, kids, file }]);
}

function apply(
  now: Working,
  roster: Roster,
  statement: KnownStatement,
  says: MembershipSaying,
  at: number,
): boolean {
  if (!hasRight(now, roster, statement, says)) return false;
  switch (says.kind) {
    case "opened":
      now.opened = statement.id;
      for (const { device, entries } of says.cuts) {
        if (!roster.devices.has(device)) now.cuts.set(device, entries);
      }
      return letIn(now, memberOf(roster, statement.by) ?? "", "write", statement);
    case "added":
    case "recovered":
      return roster.roles.has(says.member) && letIn(now, says.member, says.right, statement);
    case "removed":
      return remove(now, roster, says, at);
    case "offered":
      if (!roster.roles.has(says.member)) return false;
      now.offers.set(statement.id, { member: says.member, by: statement.by });
      return true;
    case "accepted":
      now.offers.delete(says.offer);
      letIn(now, memberOf(roster, statement.by) ?? "", "write", statement);
      return true;
    case "renewed":
      return renew(now, roster, says, at);
    case "granted":
      keepGrant(now, statement, says, true);
      return true;
    case "tookIn": {
      const cut = now.cuts.get(says.device);
      if (cut === undefined || cut >= says.entries) return false;
      now.cuts.set(says.device, says.entries);
      return true;
    }
  }
}

/**
 * The agency has a case of its own, of the agency's id: its name, its people's names. Everybody with a device that is not
 * revoked works in it, from their admission on; nobody is added or removed but by the roster.
 */
function everybody(roster: Roster): Map<string, Member> {
  const found = new Map<string, Member>();
  for (const { member, since, admitted, revoked } of roster.devices.values()) {
    if (!revoked && !found.has(member)) found.set(member, { right: "write", since, by: admitted });
  }
  return found;
}

const inAgencyCase: ReadonlySet<string> = new Set<MembershipSaying["kind"]>(["renewed", "granted", "tookIn"]);

function pass(
  caseId: string,
  roster: Roster,
  sorted: readonly KnownStatement[],
  closings: readonly Closing[],
): Working {
  const isAgencyCase = caseId === roster.agency;
  const now: Working = {
    opened: isAgencyCase ? roster.agency : undefined,
    members: isAgencyCase ? everybody(roster) : new Map(),
    offers: new Map(),
    cuts: new Map(),
    kids: [],
    needsRenewal: false,
    grants: new Map(),
    void: new Set(),
    closings: [],
  };
  sorted.forEach((statement, at) => {
    const { says, by, n } = statement;
    if (statement.agency !== roster.agency || statement.case !== caseId || !isMembershipSaying(says)) return;
    const isCutOff = closings.some((one) => one.device === by && at < one.at && n > one.statements);
    const isOutOfPlace = isAgencyCase && !inAgencyCase.has(says.kind);
    if (!isCutOff && !isOutOfPlace && apply(now, roster, statement, says, at)) return;
    now.void.add(statement.id);
    if (says.kind === "granted") keepGrant(now, statement, says, false);
  });
  return now;
}

/**
 * What a case's statements add up to, in this roster. Judged twice, as `rosterOf` does: what a removed member's device
 * said before its removal in the order, but beyond what the remover had seen, is void.
 */
export function membershipOf(
  caseId: string,
  roster: Roster,
  statements: Iterable<KnownStatement>,
): Membership {
  const sorted = inOrder(statements);
  const first = pass(caseId, roster, sorted, []);
  const last = first.closings.length === 0 ? first : pass(caseId, roster, sorted, first.closings);
  const { opened, members, offers, cuts, kids, grants, void: without } = last;
  // A device that was revoked and is not cut off here yet has the key that seals.
  const isLeaking = [...roster.devices].some(
    ([device, { member, revoked }]) =>
      revoked && !cuts.has(device) && (members.has(member) || caseId === roster.agency),
  );
  const needsRenewal = last.needsRenewal || isLeaking;
  return { case: caseId, opened, members, offers, cuts, kids, needsRenewal, grants, void: without };
}
