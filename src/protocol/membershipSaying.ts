import { isDeviceId } from "./deviceId.ts";
import { hasExactly, isBytes, isHex } from "./shape.ts";
import { type Cut, isCut, type Saying } from "./statement.ts";

/** What a statement of a case's membership can say. Who may say it: see `membership.ts`. */

/** `write`: works in the case. `read`: a supervisor who reads along. */
export type Right = "write" | "read";

export type MembershipSaying =
  /**
   * The first word of a case in an agency. Whoever says it works in the case. Said again by another, it has no effect.
   * `cuts` vouch for what devices wrote there before that no roster knows: an older tablet, a colleague of then.
   */
  | { readonly kind: "opened"; readonly cuts: readonly Cut[] }
  /** By whoever works in the case. */
  | { readonly kind: "added"; readonly member: string; readonly right: Right }
  /**
   * By whoever works in the case, or by the member itself. Of what the member's devices wrote, what lies within the
   * cuts stands; a device that is not named has written nothing that stands.
   */
  | { readonly kind: "removed"; readonly member: string; readonly cuts: readonly Cut[] }
  /** Asks a member to take the case over. */
  | { readonly kind: "offered"; readonly member: string }
  /** By that member: it works in the case from now on. `offer` is the id of the offer. */
  | { readonly kind: "accepted"; readonly offer: string }
  /** By whoever works in the case: the offer is open no longer. One that was accepted before stays accepted. */
  | { readonly kind: "withdrawn"; readonly offer: string }
  /**
   * A new key seals from now on. Of two at once both are kept, and the later in the order seals. `cuts` are of devices
   * that the roster has revoked.
   */
  | { readonly kind: "renewed"; readonly kid: string; readonly cuts: readonly Cut[] }
  /** The case's keys up to now, as an age file to a device, or to the agency's recovery key where `to` is "". */
  | {
      readonly kind: "granted";
      readonly to: string;
      readonly kids: readonly string[];
      readonly file: Uint8Array;
    }
  /** What a device wrote beyond its cut, up to its entry `entries`, is taken in after all. */
  | { readonly kind: "tookIn"; readonly device: string; readonly entries: number }
  /** The agency's recovery key lets a member in. By the root. */
  | { readonly kind: "recovered"; readonly member: string; readonly right: Right };

export type MembershipSays<K extends MembershipSaying["kind"]> = Extract<
  MembershipSaying,
  { readonly kind: K }
>;

const isRight = (value: unknown): boolean => value === "write" || value === "read";
const isCuts = (value: unknown): boolean => Array.isArray(value) && value.length <= 64 && value.every(isCut);
const isKids = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 1024 && value.every((kid) => isHex(kid, 8));

const shapes: { readonly [K in MembershipSaying["kind"]]: (says: Saying) => boolean } = {
  opened: (says) => hasExactly(says, ["kind", "cuts"]) && isCuts(says.cuts),
  added: (says) =>
    hasExactly(says, ["kind", "member", "right"]) && isHex(says.member, 16) && isRight(says.right),
  removed: (says) =>
    hasExactly(says, ["kind", "member", "cuts"]) && isHex(says.member, 16) && isCuts(says.cuts),
  offered: (says) => hasExactly(says, ["kind", "member"]) && isHex(says.member, 16),
  accepted: (says) => hasExactly(says, ["kind", "offer"]) && isHex(says.offer, 32),
  withdrawn: (says) => hasExactly(says, ["kind", "offer"]) && isHex(says.offer, 32),
  renewed: (says) => hasExactly(says, ["kind", "kid", "cuts"]) && isHex(says.kid, 8) && isCuts(says.cuts),
  granted: (says) =>
    hasExactly(says, ["kind", "to", "kids", "file"]) &&
    (says.to === "" || isDeviceId(says.to)) &&
    isKids(says.kids) &&
    isBytes(says.file),
  tookIn: (says) =>
    hasExactly(says, ["kind", "device", "entries"]) &&
    isCut({ device: says.device, entries: says.entries, statements: 0 }),
  recovered: (says) =>
    hasExactly(says, ["kind", "member", "right"]) && isHex(says.member, 16) && isRight(says.right),
};

export function isMembershipSaying(says: Saying): says is MembershipSaying {
  const shape = Object.hasOwn(shapes, says.kind) ? shapes[says.kind as MembershipSaying["kind"]] : undefined;
  return shape?.(says) ?? false;
}
