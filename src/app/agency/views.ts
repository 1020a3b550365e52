import type { CaseId } from "../../domain/ids.ts";
import type { Right } from "../../protocol/membershipSaying.ts";
import type { Role } from "../../protocol/rosterSaying.ts";
import type { LoopState } from "../../sync/loop.ts";

/** What screens show of an agency: its statements, with the names that its own case file gives to them. */

export type DeviceView = {
  readonly id: string;
  /** Milliseconds since 1970, by the clock of whoever admitted it. */
  readonly since: number;
  readonly isThis: boolean;
  readonly isRevoked: boolean;
};

export type PersonView = {
  readonly member: string;
  /** "" where its name has not come yet. */
  readonly name: string;
  readonly role: Role;
  readonly isSelf: boolean;
  /** The earliest first, revoked ones too. */
  readonly devices: readonly DeviceView[];
};

export type InvitationView = {
  readonly key: string;
  readonly role: Role;
  /** Whose second device it is for; "" for somebody new. */
  readonly member: string;
  /** Whom an administrator meant it for, as noted with it; "" where nothing was. */
  readonly name: string;
  readonly until: number;
};

export type RecoveryView = {
  readonly id: string;
  /** Milliseconds since 1970, by the clock of the device on which the sheet was used. */
  readonly at: number;
  /** Whose tablet was opened, or who was let into a family. */
  readonly opened: "device" | "case";
  readonly name: string;
  /** On whose device. */
  readonly on: string;
};

export type AgencyView = {
  readonly agency: string;
  readonly name: string;
  readonly self: string;
  /** Undefined where the relay does not know this device, or it was revoked. */
  readonly role: Role | undefined;
  readonly people: readonly PersonView[];
  /** Each use of the recovery sheet, the latest first. */
  readonly recoveries: readonly RecoveryView[];
  /** Open ones. */
  readonly invitations: readonly InvitationView[];
};

export type ExchangeView = LoopState & {
  /** Entries that no relay has acknowledged, in the agency's families. */
  readonly unsent: number;
  /** In a round that takes a while: how many families of how many have been heard. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
};

export type CaseMemberView = {
  readonly member: string;
  readonly name: string;
  readonly right: Right;
  readonly since: number;
  readonly isSelf: boolean;
};

export type SharingView = {
  readonly case: CaseId;
  readonly members: readonly CaseMemberView[];
  /** Who was asked to take it over, and has not said yes yet. */
  readonly offers: readonly {
    readonly id: string;
    readonly member: string;
    readonly name: string;
    /** Who asks. */
    readonly byName: string;
  }[];
  /** How this device's person came to work here no longer: they stopped, or a colleague took them out. */
  readonly left: "stopped" | "removed" | undefined;
  /** May this device's person write here now? Who was removed reads what was there, and no more. */
  readonly mayWrite: boolean;
  readonly mayRead: boolean;
  /** What people wrote who may no longer: to be looked at, and taken in. `entries`: up to which number; `count` of them. */
  readonly late: readonly {
    readonly device: string;
    readonly name: string;
    readonly entries: number;
    readonly count: number;
  }[];
  /** Ids of what this device has left with the relay as late, and nobody has taken in. */
  readonly leftLate: readonly string[];
};
