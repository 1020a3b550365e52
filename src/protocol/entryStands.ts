import type { Membership } from "./membership.ts";
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
 * works here, and of one who no longer does, or of a revoked device, what lies within its cut.
 */
export function entryStands(membership: Membership, roster: Roster, device: string, n: number): boolean {
  const known = roster.devices.get(device);
  const cut = membership.cuts.get(device);
  if (!known) return cut !== undefined && n <= cut;
  const isCurrent = membership.members.get(known.member)?.right === "write";
  if (isCurrent && !known.revoked) return true;
  if (cut !== undefined) return n <= cut;
  // Revoked, and nobody has cut it off here yet: whoever works here vouches for what was written before.
  return isCurrent || membership.case === roster.agency;
}
