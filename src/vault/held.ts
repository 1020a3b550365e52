import { importAesKey } from "./argon.ts";
import { wipe } from "./random.ts";
import {
  type Agency,
  blobPurpose,
  type DeviceKey,
  derivedBytes,
  derivedKey,
  type Profile,
  type RawKey,
  type Secrets,
} from "./secrets.ts";
import { importSigningKey } from "./signature.ts";

/** A case's key, in the open and as WebCrypto uses it. */
export type HeldKey = RawKey & { readonly usable: CryptoKey };

/** What one family needs and no more: the content of the copy that the PIN opens. */
export type FamilyKeys = {
  readonly case: string;
  readonly keys: readonly RawKey[];
  readonly blob: Uint8Array;
  readonly device: string;
  readonly signing: Uint8Array;
  readonly profile: Profile;
  readonly agencies: readonly Agency[];
};

/**
 * The keys in memory while something is open. The vault has one reference to it; dropping that one, after `drop`
 * zero-filled the raw keys, leaves nothing. `all` is present only where every family is open.
 */
export type Held = {
  device: string;
  signing: Uint8Array;
  signKey: CryptoKey;
  readonly cases: Map<string, readonly HeldKey[]>;
  readonly scope: "all" | string;
  profile: Profile;
  agencies: readonly Agency[];
  /** Of the one family in scope. */
  readonly blob?: { readonly raw: Uint8Array; readonly usable: CryptoKey };
  readonly all?: {
    readonly vaultKey: Uint8Array;
    readonly receiving: string;
    formerDevices: readonly DeviceKey[];
    pin: string;
  };
};

export const heldKeys = (keys: readonly RawKey[]): Promise<readonly HeldKey[]> =>
  Promise.all(keys.map(async ({ kid, key }) => ({ kid, key, usable: await importAesKey(key) })));

export async function holdAll(vaultKey: Uint8Array, secrets: Secrets): Promise<Held> {
  const { device, formerDevices, agencies, pin, profile } = secrets;
  const cases = new Map<string, readonly HeldKey[]>();
  for (const [caseId, keys] of Object.entries(secrets.cases)) cases.set(caseId, await heldKeys(keys));
  return {
    device: device.id,
    signing: device.signing,
    signKey: await importSigningKey(device.signing),
    cases,
    scope: "all",
    profile,
    agencies,
    all: { vaultKey, receiving: device.receiving, formerDevices, pin },
  };
}

export async function holdFamily(family: FamilyKeys): Promise<Held> {
  return {
    device: family.device,
    signing: family.signing,
    signKey: await importSigningKey(family.signing),
    cases: new Map([[family.case, await heldKeys(family.keys)]]),
    scope: family.case,
    profile: family.profile,
    agencies: family.agencies,
    blob: { raw: family.blob, usable: await importAesKey(family.blob) },
  };
}

/** Copies of what one family needs, to be wiped by whoever asked. Undefined where that family is not at hand. */
export async function familyKeysOf(held: Held, caseId: string): Promise<FamilyKeys | undefined> {
  const keys = held.cases.get(caseId);
  if (!keys) return undefined;
  const { device, profile, agencies, all } = held;
  const copies = {
    keys: keys.map(({ kid, key }) => ({ kid, key: key.slice() })),
    signing: held.signing.slice(),
  };
  const blob = held.blob?.raw.slice() ?? (all && (await derivedBytes(all.vaultKey, blobPurpose(caseId))));
  return blob && { case: caseId, ...copies, blob, device, profile, agencies };
}

export function wipeFamily({ keys, blob, signing }: FamilyKeys): void {
  wipe(...keys.map(({ key }) => key), blob, signing);
}

/** Undefined where the family is not in scope. */
export async function blobKeyOf(held: Held, caseId: string): Promise<CryptoKey | undefined> {
  if (held.all) return derivedKey(held.all.vaultKey, blobPurpose(caseId));
  return held.scope === caseId ? held.blob?.usable : undefined;
}

/** The secrets as they stand, to be sealed again. Undefined where not every family is open. */
export function secretsOf({ device, signing, cases, profile, agencies, all }: Held): Secrets | undefined {
  if (!all) return undefined;
  const raw = [...cases].map(([id, keys]) => [id, keys.map(({ kid, key }) => ({ kid, key }))] as const);
  return {
    v: 2,
    device: { id: device, signing, receiving: all.receiving },
    formerDevices: all.formerDevices,
    cases: Object.fromEntries(raw),
    agencies,
    pin: all.pin,
    profile,
  };
}

/** Zero-fills every raw key. Strings and CryptoKeys go when the reference to `held` goes. */
export function drop(held: Held | undefined): void {
  if (!held) return;
  for (const keys of held.cases.values()) wipe(...keys.map(({ key }) => key));
  held.cases.clear();
  wipe(held.signing, held.blob?.raw, held.all?.vaultKey);
  wipe(...(held.all?.formerDevices ?? []).map(({ signing }) => signing));
}
