import { isDeviceId } from "./deviceId.ts";
import { hasExactly, isCount, isHex, isText } from "./shape.ts";
import type { Saying } from "./statement.ts";

/** What a statement of an agency's roster can say. Who may say it: see `roster.ts`. */

export type Role = "worker" | "supervisor" | "administrator";

export type RosterSaying =
  /** The root's first word: to whom every key is also wrapped, as an age recipient. Said again, it replaces the one before. */
  | { readonly kind: "founded"; readonly recovery: string }
  /**
   * A key that may admit one device, of this member, in this role; where `member` is "", of somebody new, who brings the
   * id that stands as author in what they wrote before. Its seed travels in the link or QR code of an invitation, in
   * the part that is never sent. By the root; by an administrator, but for another administrator; or by a device of
   * the same member, in the same role: a second tablet. `until` is in milliseconds since 1970: the relay takes no
   * admission by this key after it.
   */
  | {
      readonly kind: "invited";
      readonly key: string;
      readonly member: string;
      readonly role: Role;
      readonly until: number;
    }
  /**
   * Certifies a device's signing key and its age recipient as those of a member. By an invitation's key, once; or by
   * whoever could have invited.
   */
  | {
      readonly kind: "admitted";
      readonly member: string;
      readonly device: string;
      readonly recipient: string;
      readonly role: Role;
    }
  /** A member's role from now on. By the root, or by an administrator where neither role is administrator. */
  | { readonly kind: "appointed"; readonly member: string; readonly role: Role }
  /**
   * A device, or an invitation's key, for good. Of what it signed here, only the first `statements` stand. By the root,
   * an administrator, or a device of the same member.
   */
  | { readonly kind: "revoked"; readonly device: string; readonly statements: number }
  /** The recovery key was used, on that administrator's device: to open a tablet, or a case for a member. By the root. */
  | {
      readonly kind: "recovered";
      readonly at: string;
      readonly opened: "device" | "case";
      readonly what: string;
      readonly member: string;
    };

export type RosterSays<K extends RosterSaying["kind"]> = Extract<RosterSaying, { readonly kind: K }>;

const longestRecipient = 4096;
const roles: readonly unknown[] = ["worker", "supervisor", "administrator"] satisfies readonly Role[];
const isRecipient = (value: unknown): boolean =>
  isText(value, longestRecipient) && /^age1[a-z0-9]+$/.test(value);

const shapes: { readonly [K in RosterSaying["kind"]]: (says: Saying) => boolean } = {
  founded: (says) => hasExactly(says, ["kind", "recovery"]) && isRecipient(says.recovery),
  invited: (says) =>
    hasExactly(says, ["kind", "key", "member", "role", "until"]) &&
    isDeviceId(says.key) &&
    (says.member === "" || isHex(says.member, 16)) &&
    roles.includes(says.role) &&
    isCount(says.until),
  admitted: (says) =>
    hasExactly(says, ["kind", "member", "device", "recipient", "role"]) &&
    isHex(says.member, 16) &&
    isDeviceId(says.device) &&
    isRecipient(says.recipient) &&
    roles.includes(says.role),
  appointed: (says) =>
    hasExactly(says, ["kind", "member", "role"]) && isHex(says.member, 16) && roles.includes(says.role),
  revoked: (says) =>
    hasExactly(says, ["kind", "device", "statements"]) && isDeviceId(says.device) && isCount(says.statements),
  recovered: (says) =>
    hasExactly(says, ["kind", "at", "opened", "what", "member"]) &&
    isDeviceId(says.at) &&
    (says.opened === "device" ? isDeviceId(says.what) : says.opened === "case" && isHex(says.what, 16)) &&
    isHex(says.member, 16),
};

/** Of a kind that this version knows, and in its shape. A later kind is kept and passed over. */
export function isRosterSaying(says: Saying): says is RosterSaying {
  const shape = Object.hasOwn(shapes, says.kind) ? shapes[says.kind as RosterSaying["kind"]] : undefined;
  return shape?.(says) ?? false;
}
