import type { Bytes } from "./bytes.ts";

/**
 * A device's id is its raw Ed25519 public key, 32 bytes as base64url without padding: whoever holds an id can
 * verify that device's signatures, without a table.
 */
export const deviceIdOf = (publicKey: Uint8Array): string => keyText(publicKey);

/** 32 bytes as base64url without padding. */
export function keyText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** A case has thousands of entries of a handful of devices, and statements name the same few again and again. */
const known = new Map<string, Bytes>();
/** Others may name as many as they like: no more than these are kept. */
const mostKnown = 256;

/** Undefined where the id is not the one spelling of 32 bytes. The bytes are shared, to be read only. */
export function publicKeyOf(deviceId: string): Bytes | undefined {
  const before = known.get(deviceId);
  if (before) return before;
  const publicKey = keyBytes(deviceId);
  if (!publicKey) return undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(deviceId, publicKey);
  return publicKey;
}

export const isDeviceId = (value: unknown): value is string =>
  typeof value === "string" && publicKeyOf(value) !== undefined;

/** Undefined where the text is not the one spelling of 32 bytes. Kept nowhere: a secret may be spelled so too. */
export function keyBytes(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(text)) return undefined;
  const binary = atob(`${text.replaceAll("-", "+").replaceAll("_", "/")}=`);
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  // The last character has two bits to spare: only zeros there make the spelling unique.
  return keyText(bytes) === text ? bytes : undefined;
}
