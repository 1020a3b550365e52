import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { publicKeyOf } from "./deviceId.ts";

/**
 * An agency's id is the hash of its root's public key, 16 bytes in hexadecimal: whoever holds the id can't be given
 * another root. `root` is spelled like a device's id. Undefined where it is none.
 */
export function agencyIdOf(root: string): string | undefined {
  const publicKey = publicKeyOf(root);
  return publicKey && bytesToHex(sha256(publicKey).slice(0, 16));
}

/** For people to compare, aloud or side by side: eight groups of four digits and letters, 128 bits. */
export const fingerprintOf = (agency: string): string =>
  (agency.match(/.{4}/g) ?? []).join(" ").toUpperCase();
