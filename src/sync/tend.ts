import { mayWrite } from "../protocol/entryStands.ts";
import type { LogName } from "../protocol/logs.ts";
import type { Grant, Membership } from "../protocol/membershipRules.ts";
import { devicesOf, type Roster } from "../protocol/roster.ts";
import type { Cut, KnownStatement } from "../protocol/statement.ts";
import type { Ledger } from "../store/ledger.ts";
import type { Say } from "./saying.ts";

/** The keys of cases, as the exchange needs them: it hands them on, and never sees one. */
export type CaseKeys = {
  /** Of the keys that are here; the last one seals. Empty where there is none yet. */
  kids(caseId: string): readonly string[];
  /** Many are about to be granted: what it takes to open them is fetched while they are on their way. */
  expect(): void;
  /** All of them in an age file. @throws Error where there are none. */
  sealGrant(caseId: string, recipient: string, opened: string): Promise<Uint8Array>;
  /**
   * Takes the keys of a grant to this device in: `order` is that in which they were announced. False where the grant is
   * not what it says.
   */
  openGrant(
    caseId: string,
    opened: string,
    granted: Pick<Grant, "kids" | "file" | "stands">,
    order: readonly string[],
  ): Promise<boolean>;
  /** Makes a key that does not seal yet. The kid of the one that was made before, where that has not sealed yet either. */
  prepare(caseId: string): Promise<string>;
  sealWith(caseId: string, kid: string): Promise<void>;
  /** One family alone is open: its entries go to and fro, and what concerns keys waits until all are. */
  isPartial(): boolean;
};

export type Tending = {
  readonly name: LogName;
  readonly device: string;
  readonly roster: Roster;
  readonly membership: Membership;
  readonly statements: readonly KnownStatement[];
  readonly ledger: Ledger;
  readonly keys: CaseKeys;
  readonly say: Say;
  /** May it be wrapped to one more device that has given these keys away itself? Few in one round: see `without`. */
  readonly mayWrapBack: () => boolean;
};

/**
 * Takes in the keys that were granted to this device. Were any of them new? What comes from who has no right to give it may
 * open what they wrote, and must never be the first, which seals.
 */
async function takeKeys({ name, device, membership, keys }: Tending): Promise<boolean> {
  let isNew = false;
  const grants = membership.grants.get(device) ?? [];
  for (const granted of [...grants].sort((a, b) => Number(b.stands) - Number(a.stands))) {
    const held = new Set(keys.kids(name.case));
    if (granted.kids.every((kid) => held.has(kid)) || (!granted.stands && held.size === 0)) continue;
    if (await keys.openGrant(name.case, membership.opened ?? "", granted, membership.kids)) isNew = true;
  }
  // Of two keys made at once every device seals with the same.
  const last = membership.kids.findLast((kid) => keys.kids(name.case).includes(kid));
  if (last !== undefined && keys.kids(name.case).at(-1) !== last) await keys.sealWith(name.case, last);
  return isNew;
}

/** What a device that no longer belongs here has written, as far as it is known here. */
async function cutsOf(
  { roster, statements, ledger, name }: Tending,
  devices: readonly string[],
): Promise<Cut[]> {
  const ends = await ledger.ends(name.case);
  return devices
    .filter((device) => roster.devices.has(device))
    .map((device) => ({
      device,
      entries: ends.get(device) ?? 0,
      statements: Math.max(0, ...statements.filter(({ by }) => by === device).map(({ n }) => n)),
    }));
}

/** All devices of a member, revoked ones too, as a removal must name them. */
export const cutsOfMember = (tending: Tending, member: string): Promise<Cut[]> =>
  cutsOf(
    tending,
    [...tending.roster.devices].flatMap(([device, one]) => (one.member === member ? [device] : [])),
  );

/** The new key is with everybody before anybody seals with it: nothing may hang on the device that made it. */
async function renewKey(tending: Tending): Promise<boolean> {
  const { roster, membership, keys, name, say } = tending;
  const revoked = [...roster.devices].flatMap(([device, one]) =>
    one.revoked && !membership.cuts.has(device) ? [device] : [],
  );
  const cuts = await cutsOf(tending, revoked);
  const kid = await keys.prepare(name.case);
  if (await grantToAll(tending)) return true;
  return say(name, { kind: "renewed", kid, cuts });
}

/** The recipients of all who work here, by device, and the agency's recovery key as "". Not this device's own. */
function recipientsOf({ roster, membership, device: own }: Tending): Map<string, string> {
  const recipients = new Map<string, string>();
  if (roster.recovery !== undefined) recipients.set("", roster.recovery);
  for (const member of membership.members.keys()) {
    for (const device of devicesOf(roster, member)) {
      recipients.set(device, roster.devices.get(device)?.recipient ?? "");
    }
  }
  recipients.delete(own);
  return recipients;
}

type Lacking = {
  readonly to: string;
  readonly recipient: string;
  /**
   * It has given these keys to others itself, and lacks them only as a twin, or put back to yesterday. That is for a quiet
   * moment: a new tablet that hears a hundred families would wrap all their keys back first.
   */
  readonly isGiver: boolean;
};

/** To whom the keys are still to be wrapped. */
function without(tending: Tending): readonly Lacking[] {
  const { membership, keys, name } = tending;
  const kids = keys.kids(name.case);
  const hasAll = (grant: Grant): boolean => grant.stands && kids.every((kid) => grant.kids.includes(kid));
  const givers = new Set(
    [...membership.grants.values()]
      .flat()
      .filter(hasAll)
      .map((grant) => grant.by),
  );
  return [...recipientsOf(tending)].flatMap(([to, recipient]) =>
    membership.grants.get(to)?.some(hasAll) ? [] : [{ to, recipient, isGiver: givers.has(to) }],
  );
}

async function grantToAll(tending: Tending): Promise<boolean> {
  const { name, membership, keys, say, mayWrapBack } = tending;
  let hasSaid = false;
  for (const { to, recipient, isGiver } of without(tending)) {
    if (isGiver && !mayWrapBack()) continue;
    const kids = keys.kids(name.case);
    const file = await keys.sealGrant(name.case, recipient, membership.opened ?? "");
    hasSaid = (await say(name, { kind: "granted", to, kids, file })) || hasSaid;
  }
  return hasSaid;
}

/**
 * Of a device that works here no more: wraps its keys to who lacks any of them, since what it wrote may be sealed with one
 * that a restored relay has lost. It gives nobody a right by that, and none of these keys seals because of it.
 */
export async function handKeysBack(tending: Tending): Promise<void> {
  const { name, membership, keys, say } = tending;
  const kids = keys.kids(name.case);
  for (const [to, recipient] of recipientsOf(tending)) {
    const given = new Set((membership.grants.get(to) ?? []).flatMap((grant) => grant.kids));
    if (kids.every((kid) => given.has(kid))) continue;
    const file = await keys.sealGrant(name.case, recipient, membership.opened ?? "");
    await say(name, { kind: "granted", to, kids, file }, "stranger");
  }
}

const mayTend = ({ membership, roster, device, keys, name }: Tending): boolean =>
  mayWrite(membership, roster, device) && keys.kids(name.case).length > 0;

/** Is nothing left to do here for this device? Where the relay refused what was said, something is. */
export const isTended = (tending: Tending): boolean =>
  tending.keys.isPartial() ||
  !mayTend(tending) ||
  (!tending.membership.needsRenewal && without(tending).length === 0);

/**
 * Keeps a case's keys where they belong: takes in what was granted, renews the key after somebody left, wraps it to who
 * lacks it. Any member's device does what is still to be done, so nothing hangs on the one that began it. True where
 * something was said or taken in: the membership must be judged anew.
 */
export async function tend(tending: Tending): Promise<boolean> {
  if (tending.keys.isPartial()) return false;
  if (await takeKeys(tending)) return true;
  if (!mayTend(tending)) return false;
  return tending.membership.needsRenewal ? renewKey(tending) : grantToAll(tending);
}
