import { agencyIdOf } from "./agencyId.ts";
import { isRosterSaying, type Role, type RosterSaying, type RosterSays } from "./rosterSaying.ts";
import { settled } from "./settled.ts";
import { inOrder, type KnownStatement } from "./statement.ts";

/**
 * The roster says who belongs to an agency and with which devices. It is a function of the set of its statements, judged
 * alike on the relay and on every device: a relay can add nobody, and a relay that lost some gets them back.
 */

export type RosterDevice = {
  readonly member: string;
  readonly recipient: string;
  /** Id of the statement that admitted it, and when, by the clock of whoever said so. */
  readonly admitted: string;
  readonly since: number;
  readonly revoked: boolean;
};

export type Invitation = {
  /** "" for somebody new. */
  readonly member: string;
  readonly role: Role;
  readonly until: number;
  /** Has it admitted a device, or was it taken back? */
  readonly spent: boolean;
};

export type Roster = {
  readonly agency: string;
  /** Undefined until the root has spoken. */
  readonly root: string | undefined;
  readonly recovery: string | undefined;
  readonly devices: ReadonlyMap<string, RosterDevice>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly invitations: ReadonlyMap<string, Invitation>;
  /** Statements that have no effect, since their signer had no right to them. */
  readonly void: ReadonlySet<string>;
};

/** A revocation, with its place in the order. What its device said earlier in the order and after `statements` is void. */
type Revocation = { readonly device: string; readonly statements: number };

type Cuts = ReadonlyMap<string, number>;

type Working = {
  root: string | undefined;
  recovery: string | undefined;
  readonly devices: Map<string, RosterDevice>;
  readonly roles: Map<string, Role>;
  readonly invitations: Map<string, Invitation>;
  readonly void: Set<string>;
  readonly revocations: Revocation[];
};

/** May this signer say this, as things stand at that point of the order? */
function hasRight(now: Working, { by }: KnownStatement, says: RosterSaying): boolean {
  if (by === now.root) return true;
  const invitation = now.invitations.get(by);
  if (invitation) {
    if (says.kind !== "admitted" || invitation.spent || says.role !== invitation.role) return false;
    return invitation.member === "" ? !now.roles.has(says.member) : says.member === invitation.member;
  }
  const signer = now.devices.get(by);
  if (!signer || signer.revoked) return false;
  const role = now.roles.get(signer.member);
  const isAdministrator = role === "administrator";
  switch (says.kind) {
    case "founded":
    case "recovered":
      return false;
    case "invited":
    case "admitted":
      if (says.member === signer.member) return says.role === role;
      return (
        isAdministrator && says.role !== "administrator" && now.roles.get(says.member) !== "administrator"
      );
    case "appointed":
      return (
        isAdministrator && says.role !== "administrator" && now.roles.get(says.member) !== "administrator"
      );
    case "revoked": {
      const other = now.devices.get(says.device)?.member ?? now.invitations.get(says.device)?.member;
      return isAdministrator || other === signer.member;
    }
  }
}

/** A key is one thing only, once: the root, an invitation, or a device. */
const isTaken = (now: Working, key: string): boolean =>
  key === now.root || now.devices.has(key) || now.invitations.has(key);

function admit(now: Working, { by, id, wall }: KnownStatement, says: RosterSays<"admitted">): boolean {
  if (isTaken(now, says.device)) return false;
  const { member, device, recipient, role } = says;
  now.devices.set(device, { member, recipient, admitted: id, since: wall, revoked: false });
  if (!now.roles.has(member)) now.roles.set(member, role);
  const invitation = now.invitations.get(by);
  if (invitation) now.invitations.set(by, { ...invitation, spent: true });
  return true;
}

function revoke(now: Working, { device: key, statements }: RosterSays<"revoked">): boolean {
  const device = now.devices.get(key);
  const invitation = now.invitations.get(key);
  if (device) now.devices.set(key, { ...device, revoked: true });
  else if (invitation) now.invitations.set(key, { ...invitation, spent: true });
  else return false;
  now.revocations.push({ device: key, statements });
  return true;
}

/** Does it change anything? What is said without the right to it, or a second time, does not. */
function apply(now: Working, statement: KnownStatement, says: RosterSaying): boolean {
  if (!hasRight(now, statement, says)) return false;
  switch (says.kind) {
    case "founded":
      now.recovery = says.recovery;
      return true;
    case "invited": {
      if (isTaken(now, says.key)) return false;
      const { member, role, until } = says;
      now.invitations.set(says.key, { member, role, until, spent: false });
      return true;
    }
    case "admitted":
      return admit(now, statement, says);
    case "appointed":
      if (!now.roles.has(says.member)) return false;
      now.roles.set(says.member, says.role);
      return true;
    case "revoked":
      return revoke(now, says);
    case "recovered":
      return true;
  }
}

function pass(agency: string, sorted: readonly KnownStatement[], cuts: Cuts): Working {
  const now: Working = {
    root: undefined,
    recovery: undefined,
    devices: new Map(),
    roles: new Map(),
    invitations: new Map(),
    void: new Set(),
    revocations: [],
  };
  for (const statement of sorted) {
    const { says, by, n } = statement;
    if (statement.agency !== agency || statement.case !== "" || !isRosterSaying(says)) continue;
    if (now.root === undefined && says.kind === "founded" && agencyIdOf(by) === agency) now.root = by;
    const isCutOff = n > (cuts.get(by) ?? Number.POSITIVE_INFINITY);
    if (isCutOff || !apply(now, statement, says)) now.void.add(statement.id);
  }
  return now;
}

function cutsOf(revocations: readonly Revocation[]): Cuts {
  const cuts = new Map<string, number>();
  for (const { device, statements } of revocations) {
    cuts.set(device, Math.min(statements, cuts.get(device) ?? statements));
  }
  return cuts;
}

const isSame = (a: Cuts, b: Cuts): boolean =>
  a.size === b.size && [...a].every(([device, cut]) => b.get(device) === cut);

/**
 * What an agency's statements add up to. Their signatures were verified, and each signer's numbers have no gaps. What a
 * revoked device said beyond its cut is void, so that a stolen key can't write itself into the past, and so is whom it
 * revoked thereby: see `settled`.
 */
export function rosterOf(agency: string, statements: Iterable<KnownStatement>): Roster {
  const sorted = inOrder(statements);
  const { found, cuts } = settled((known: Cuts) => pass(agency, sorted, known), {
    none: new Map(),
    cutsOf: ({ revocations }) => cutsOf(revocations),
    isSame,
    both: (a, b) => cutsOf([...a, ...b].map(([device, statements]) => ({ device, statements }))),
  });
  const { root, recovery, devices, roles, invitations, void: without } = found;
  for (const device of cuts.keys()) {
    const known = devices.get(device);
    if (known) devices.set(device, { ...known, revoked: true });
  }
  return { agency, root, recovery, devices, roles, invitations, void: without };
}

/** The member whose device this is, while it is not revoked. */
export function memberAt(roster: Roster, device: string): string | undefined {
  const known = roster.devices.get(device);
  return known && !known.revoked ? known.member : undefined;
}

/** A member's devices that may be given keys, in a fixed order. */
export const devicesOf = (roster: Roster, member: string): readonly string[] =>
  [...roster.devices].flatMap(([id, one]) => (one.member === member && !one.revoked ? [id] : [])).sort();
