import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "./bytes.ts";
import { decodeCbor, encodeCbor } from "./cbor.ts";
import { publicKeyOf } from "./deviceId.ts";
import { hasExactly, isBytes, isHex } from "./shape.ts";

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

export type Refusal = "too-large" | "malformed";

/** Bytes of one sealed entry, at most: 256 KiB. */
export const maxEntryBytes = 256 * 1024;

export const ivBytes = 12;
export const tagBytes = 16;
const signatureBytes = 64;

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

/**
 * The entry, or why it is refused. Read once where both are wanted; the judgement is the same as that of `refusalOf`.
 */
export function judgeSealed(bytes: Uint8Array): SealedEntry | Refusal {
  if (bytes.length > maxEntryBytes) return "too-large";
  try {
    const sealed = decodeCbor(bytes);
    return isSealedEntry(sealed) ? sealed : "malformed";
  } catch {
    return "malformed";
  }
}

/**
 * The one answer to what an entry can be refused for by its bytes alone. It runs before an entry is stored, on the
 * device and on the relay, so that no stored entry can block those behind it.
 */
export function refusalOf(bytes: Uint8Array): Refusal | undefined {
  const judged = judgeSealed(bytes);
  return typeof judged === "string" ? judged : undefined;
}

/** @throws Error where `refusalOf` refuses. */
export function decodeSealed(bytes: Uint8Array): SealedEntry {
  const judged = judgeSealed(bytes);
  if (typeof judged === "string") throw new Error(`refused: ${judged}`);
  return judged;
}

/** Never from the signature: one platform's signatures are randomized, and a retry would be another entry. */
export function entryDigest({ header, iv, ciphertext }: Omit<SealedEntry, "signature">): Uint8Array {
  return sha256.create().update(encodeHeader(header)).update(iv).update(ciphertext).digest();
}

/** SHA-256 of header, iv and ciphertext, in hexadecimal. */
export const entryIdOf = (sealed: Omit<SealedEntry, "signature">): string => bytesToHex(entryDigest(sealed));

function isSealedEntry(value: unknown): value is SealedEntry {
  if (!hasExactly(value, ["header", "iv", "ciphertext", "signature"])) return false;
  const { header, iv, ciphertext, signature } = value;
  return (
    isHeader(header) &&
    isBytes(iv) &&
    iv.length === ivBytes &&
    isBytes(ciphertext) &&
    ciphertext.length > tagBytes &&
    isBytes(signature) &&
    signature.length === signatureBytes
  );
}

function isHeader(value: unknown): value is EntryHeader {
  if (!hasExactly(value, ["v", "case", "device", "n", "prev", "kid"])) return false;
  const { v, n, prev, device } = value;
  return (
    v === 1 &&
    isHex(value.case, 16) &&
    isHex(value.kid, 8) &&
    typeof device === "string" &&
    publicKeyOf(device) !== undefined &&
    Number.isSafeInteger(n) &&
    (n as number) >= 1 &&
    (n === 1 ? prev === "" : isHex(prev, 32))
  );
}
