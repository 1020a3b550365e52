import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "./bytes.ts";
import { encodeCbor } from "./cbor.ts";

/** All that a relay can read of an entry. */
export type EntryHeader = {
  readonly v: 1;
  /** 16 random bytes, in hexadecimal. */
  readonly case: string;
  /** See `deviceId.ts`. */
  readonly device: string;
  /** 1, 2, 3 … per device and case. */
  readonly n: number;
  /** Id of this device's previous entry in this case; "" for its first. */
  readonly prev: string;
  /** Which of the case's keys sealed it: 8 random bytes, in hexadecimal. */
  readonly kid: string;
};

export type SealedEntry = {
  readonly header: EntryHeader;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** Ed25519, in the context "entry", over the 32 bytes of the entry's id. */
  readonly signature: Uint8Array;
};

/** Bytes of one sealed entry, at most: 256 KiB. */
export const maxEntryBytes = 256 * 1024;

export const ivBytes = 12;
export const tagBytes = 16;
export const signatureBytes = 64;

/** A header is sealed in and hashed: encoded once, for as long as somebody holds it. */
const encodedHeaders = new WeakMap<EntryHeader, Bytes>();

/** The one encoding of a header, to be read only. */
export function encodeHeader(header: EntryHeader): Bytes {
  const known = encodedHeaders.get(header);
  if (known) return known;
  const bytes = encodeCbor(header);
  encodedHeaders.set(header, bytes);
  return bytes;
}

export const encodeSealed = ({ header, iv, ciphertext, signature }: SealedEntry): Bytes =>
  encodeCbor({ header, iv, ciphertext, signature });

/** Never from the signature: one platform's signatures are randomized, and a retry would be another entry. */
export function entryDigest({ header, iv, ciphertext }: Omit<SealedEntry, "signature">): Uint8Array {
  return sha256.create().update(encodeHeader(header)).update(iv).update(ciphertext).digest();
}

/** SHA-256 of header, iv and ciphertext, in hexadecimal. */
export const entryIdOf = (sealed: Omit<SealedEntry, "signature">): string => bytesToHex(entryDigest(sealed));
