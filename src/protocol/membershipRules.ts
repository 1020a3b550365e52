import type { MembershipSaying, MembershipSays, Right } from "./membershipSaying.ts";
import type { Roster } from "./roster.ts";
import type { KnownStatement } from "./statement.ts";

/** Who may say what in a case, and what comes of it, as things stand at that point of the order. */

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
  /** Who works here no longer, by whose word: their own who stopped, a colleague's who was taken out. */
  readonly gone: ReadonlyMap<string, string>;
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

/** What a device said before this point of the order and after its number `statements` is void: of a revoked one, for good. */
export type Closing = { readonly at: number; readonly device: string; readonly statements: number };

export type Working = {
  opened: string | undefined;
  readonly members: Map<string, Member>;
  readonly gone: Map<string, string>;
  readonly offers: Map<string, { readonly member: string; readonly by: string }>;
  readonly cuts: Map<string, number>;
  readonly vouched: Map<string, number>;
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
  // A right is made less by a removal only, which says what stands of what was written under it.
  if (known?.right === right || known?.right === "write") return false;
  now.members.set(member, { right, since: known?.since ?? wall, by });
  now.gone.delete(member);
  return true;
}

function remove(
  now: Working,
  roster: Roster,
  { by }: KnownStatement,
  says: MembershipSays<"removed">,
  at: number,
): boolean {
  if (!now.members.delete(says.member)) return false;
  now.gone.set(says.member, memberOf(roster, by) ?? "");
  now.needsRenewal = true;
  for (const [id, offer] of now.offers) if (offer.member === says.member) now.offers.delete(id);
  const named = new Map(says.cuts.map((cut) => [cut.device, cut]));
  for (const [device, { member }] of roster.devices) {
    if (member !== says.member) continue;
    const { entries, statements } = named.get(device) ?? { entries: 0, statements: 0 };
    now.cuts.set(device, entries);
    now.closings.push({ at, device, statements });
  }
  return true;
}

function renew(now: Working, roster: Roster, says: MembershipSays<"renewed">): boolean {
  if (now.kids.includes(says.kid)) return false;
  now.kids.push(says.kid);
  now.needsRenewal = false;
  for (const { device, entries, statements } of says.cuts) {
    // Only what the roster has revoked can be cut off here: a member that works here must be removed to be cut off.
    if (!roster.devices.get(device)?.revoked) continue;
    now.cuts.set(device, entries);
    now.closings.push({ at: Number.POSITIVE_INFINITY, device, statements });
  }
  return true;
}

export function keepGrant(
  now: Working,
  { id, by }: KnownStatement,
  says: MembershipSays<"granted">,
  stands: boolean,
): void {
  const { to, kids, file } = says;
  now.grants.set(to, [...(now.grants.get(to) ?? []), { id, stands, by, kids, file }]);
}

export function apply(
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
      for (const { device, entries } of says.cuts) now.vouched.set(device, entries);
      return letIn(now, memberOf(roster, statement.by) ?? "", "write", statement);
    case "added":
    case "recovered":
      return roster.roles.has(says.member) && letIn(now, says.member, says.right, statement);
    case "removed":
      return remove(now, roster, statement, says, at);
    case "offered":
      if (!roster.roles.has(says.member)) return false;
      now.offers.set(statement.id, { member: says.member, by: statement.by });
      return true;
    case "accepted":
      now.offers.delete(says.offer);
      letIn(now, memberOf(roster, statement.by) ?? "", "write", statement);
      return true;
    case "withdrawn":
      return now.offers.delete(says.offer);
    case "renewed":
      return renew(now, roster, says);
    case "granted":
      keepGrant(now, statement, says, true);
      return true;
    case "tookIn": {
      const known = now.cuts.has(says.device) ? now.cuts : now.vouched;
      const cut = known.get(says.device);
      if (cut === undefined || cut >= says.entries) return false;
      known.set(says.device, says.entries);
      return true;
    }
  }
}
