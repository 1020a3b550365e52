import { decodeCbor, encodeCbor } from "../protocol/cbor.ts";
import { type ArgonCost, type ArgonParams, freshParams, keyFromSecret } from "./argon.ts";
import type { FamilyKeys } from "./held.ts";
import { type Random, wipe } from "./random.ts";
import { openBlob, sealBlob } from "./seal.ts";

/**
 * What a PIN brings back after a soft lock, in memory only. It holds one family's keys, never the vault key: whoever
 * reads the memory of a softly locked tablet, and tries all million PINs, has the family of the open visit and no other.
 */
export type PinCopy = {
  readonly case: string;
  readonly argon: ArgonParams;
  readonly sealed: Uint8Array;
  readonly wrong: number;
  /** Milliseconds since 1970. */
  readonly touchedAt: number;
};

/** The key of the right PIN. It opens the copy, so it is never kept beside one. */
export type PinKey = { readonly argon: ArgonParams; readonly key: CryptoKey };

export const maxWrongPins = 5;

const copyContext = "keukentafel/pin-copy/v1";

export const isPin = (pin: string): boolean => /^\d{6}$/.test(pin);

export async function derivePinKey(pin: string, cost: ArgonCost, random: Random): Promise<PinKey> {
  const argon = freshParams(cost, random);
  return { argon, key: await keyFromSecret(pin, argon) };
}

export async function sealCopy(
  family: FamilyKeys,
  { argon, key }: PinKey,
  touchedAt: number,
  random: Random,
): Promise<PinCopy> {
  const plain = encodeCbor(family);
  const sealed = await sealBlob(key, copyContext, plain, random);
  wipe(plain);
  return { case: family.case, argon, sealed, wrong: 0, touchedAt };
}

/** Undefined where the PIN is another. */
export async function openCopy(
  { argon, sealed }: PinCopy,
  pin: string,
): Promise<{ readonly family: FamilyKeys; readonly pinKey: PinKey } | undefined> {
  const key = await keyFromSecret(pin, argon);
  const plain = await openBlob(key, copyContext, sealed).catch(() => undefined);
  if (!plain) return undefined;
  const family = decodeCbor(plain) as FamilyKeys;
  wipe(plain);
  return { family, pinKey: { argon, key } };
}

/** A clock that went back by more than a minute proves nothing about the time that passed: the copy goes. */
export function isExpired({ touchedAt }: PinCopy, now: number, limitMillis: number): boolean {
  return now - touchedAt > limitMillis || touchedAt - now > 60_000;
}
