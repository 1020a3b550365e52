import { apply, type Closing, type Grant, keepGrant, type Member, type Working } from "./membershipRules.ts";
import { isMembershipSaying, type MembershipSaying } from "./membershipSaying.ts";
import { memberAt, type Roster } from "./roster.ts";
import { settled } from "./settled.ts";
import { inOrder, type KnownStatement } from "./statement.ts";

/**
 * The membership of a case says who may read and write in it, and carries its keys, each wrapped to one device. Like the
 * roster it is a function of the set of its statements, judged alike on the relay and on every device.
 */

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
  /** Of a device that no roster knew when the case was opened: how many of its entries stand, whatever became of it. */
  readonly vouched: ReadonlyMap<string, number>;
  /** The keys that were announced, in order: the last one seals. Empty where the first key still does. */
  readonly kids: readonly string[];
  /** By device, "" for the recovery key. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly void: ReadonlySet<string>;
};

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
    vouched: new Map(),
    kids: [],
    needsRenewal: false,
    grants: new Map(),
    void: new Set(),
    closings: [],
  };
  sorted.forEach((statement, at) => {
    const { says, by, n } = statement;
    if (statement.agency !== roster.agency || statement.case !== caseId || !isMembershipSaying(says)) return;
    const cutsOff = (one: Closing) => one.device === by && at < one.at && n > one.statements;
    // Of those found on the way only a revoked device's reach as far as here.
    const isCutOff = closings.some(cutsOff) || now.closings.some(cutsOff);
    const isOutOfPlace = isAgencyCase && !inAgencyCase.has(says.kind);
    if (!isCutOff && !isOutOfPlace && apply(now, roster, statement, says, at)) return;
    now.void.add(statement.id);
    if (says.kind === "granted") keepGrant(now, statement, says, false);
  });
  return now;
}

/** A device that may not read has the key that seals: it was revoked, or was given the key by who had not heard yet. */
function isLeaking({ members, cuts, kids, grants }: Working, roster: Roster, isAgencyCase: boolean): boolean {
  const isRevoked = [...roster.devices].some(
    ([device, { member, revoked }]) => revoked && !cuts.has(device) && (members.has(member) || isAgencyCase),
  );
  const last = kids.at(-1);
  if (isRevoked || last === undefined) return isRevoked;
  return [...grants].some(
    ([to, given]) =>
      to !== "" &&
      !members.has(memberAt(roster, to) ?? "") &&
      given.some((grant) => grant.stands && grant.kids.includes(last)),
  );
}

const isSame = (a: readonly Closing[], b: readonly Closing[]): boolean =>
  a.length === b.length &&
  a.every(
    (one, i) => one.at === b[i]?.at && one.device === b[i]?.device && one.statements === b[i]?.statements,
  );

/**
 * What a case's statements add up to, in this roster. What a removed member's device said before its removal in the order,
 * but beyond what the remover had seen, is void: see `settled`.
 */
export function membershipOf(
  caseId: string,
  roster: Roster,
  statements: Iterable<KnownStatement>,
): Membership {
  const sorted = inOrder(statements);
  const { found } = settled((closings: readonly Closing[]) => pass(caseId, roster, sorted, closings), {
    none: [],
    cutsOf: ({ closings }) => closings,
    isSame,
    both: (a, b) => [...a, ...b],
  });
  const { opened, members, offers, cuts, vouched, kids, grants, void: without } = found;
  const needsRenewal = found.needsRenewal || isLeaking(found, roster, caseId === roster.agency);
  return { case: caseId, opened, members, offers, cuts, vouched, kids, needsRenewal, grants, void: without };
}
