import type { Membership } from "./membershipRules.ts";
import { memberAt, type Roster } from "./roster.ts";

/** May this device read the case now? */
export function mayRead(membership: Membership, roster: Roster, device: string): boolean {
  const member = memberAt(roster, device);
  return member !== undefined && membership.members.has(member);
}

/** May this device write in the case now, and offer what others wrote there? */
export function mayWrite(membership: Membership, roster: Roster, device: string): boolean {
  const member = memberAt(roster, device);
  return member !== undefined && membership.members.get(member)?.right === "write";
}

/**
 * Does this device's entry of this number stand? Whoever offers it, and whenever it comes: any entry of a member who
 * works here, and of one who no longer does, or of a revoked device, what lies within its cut; and of any device what
 * was vouched for when the case was opened.
 */
export function entryStands(membership: Membership, roster: Roster, device: string, n: number): boolean {
  if (n <= (membership.vouched.get(device) ?? 0)) return true;
  const known = roster.devices.get(device);
  if (!known) return false;
  const isCurrent = membership.members.get(known.member)?.right === "write";
  if (isCurrent && !known.revoked) return true;
  const cut = membership.cuts.get(device);
  if (cut !== undefined) return n <= cut;
  // Revoked, and nobody has cut it off here yet: whoever works here vouches for what was written before.
  return isCurrent || membership.case === roster.agency;
}
