import {
  apply,
  type Closing,
  keepGrant,
  type Member,
  type Membership,
  type Working,
} from "./membershipRules.ts";
import { isMembershipSaying, type MembershipSaying } from "./membershipSaying.ts";
import { memberAt, type Roster } from "./roster.ts";
import { settled } from "./settled.ts";
import { inOrder, type KnownStatement } from "./statement.ts";

/**
 * The membership of a case says who may read and write in it, and carries its keys, each wrapped to one device. Like the
 * roster it is a function of the set of its statements, judged alike on the relay and on every device.
 */

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
    gone: new Map(),
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
  const { opened, members, gone, offers, cuts, vouched, kids, grants, void: without } = found;
  const needsRenewal = found.needsRenewal || isLeaking(found, roster, caseId === roster.agency);
  return {
    case: caseId,
    opened,
    members,
    gone,
    offers,
    cuts,
    vouched,
    kids,
    needsRenewal,
    grants,
    void: without,
  };
}
