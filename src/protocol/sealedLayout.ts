import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { publicKeyOf } from "./deviceId.ts";
import { type EntryHeader, ivBytes, maxEntryBytes, type SealedEntry, tagBytes } from "./sealedEntry.ts";

/**
 * The one encoding of a sealed entry leaves it no choice of order or width, so its parts stand where they are expected. A
 * relay that takes thousands a second reads them from there, ten times quicker than by decoding and encoding again.
 */
export type SealedLayout = SealedEntry & {
  /** The header's own bytes: with iv and ciphertext behind them, what the entry's id is the hash of. */
  readonly headerBytes: Uint8Array;
};

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));
const key = (name: string): readonly number[] => [0x60 + name.length, ...ascii(name)];

// Maps of 4 and 6, texts and bytes of fixed lengths; shorter keys first, as deterministic CBOR orders them.
const beforeIv = [0xa4, ...key("iv"), 0x40 + ivBytes];
const beforeHeader = key("header");
const beforeN = [0xa6, ...key("n")];
const beforeKid = [...key("v"), 1, ...key("kid"), 0x70];
const beforeCase = [...key("case"), 0x78, 32];
const beforePrev = key("prev");
const noPrev = [0x60];
const somePrev = [0x78, 64];
const beforeDevice = [...key("device"), 0x78, 43];
const beforeSignature = [...key("signature"), 0x58, 64];
const beforeCiphertext = key("ciphertext");

class Elsewhere extends Error {}

/** One for all: reading is never interrupted, and a reader per entry would cost as much as what it reads. */
const nothing = new Uint8Array();
const cursor: { bytes: Uint8Array; at: number } = { bytes: nothing, at: 0 };

function skip(expected: readonly number[]): void {
  const { bytes, at } = cursor;
  for (let i = 0; i < expected.length; i += 1) if (bytes[at + i] !== expected[i]) throw new Elsewhere();
  cursor.at = at + expected.length;
}

function take(length: number): Uint8Array {
  const { bytes, at } = cursor;
  if (at + length > bytes.length) throw new Elsewhere();
  cursor.at = at + length;
  return bytes.subarray(at, at + length);
}

// `apply` takes the bytes as they are, where spreading them would walk an iterator for each.
const spelled = (found: Uint8Array): string => String.fromCharCode.apply(null, found as unknown as number[]);

const text = (length: number): string => spelled(take(length));

function hex(bytesLong: number): string {
  const found = take(bytesLong * 2);
  for (let i = 0; i < found.length; i += 1) {
    const char = found[i] ?? 0;
    if (!((char >= 0x30 && char <= 0x39) || (char >= 0x61 && char <= 0x66))) throw new Elsewhere();
  }
  return spelled(found);
}

/** A number of this major type, in the shortest of its spellings. */
function count(major: number): number {
  const first = (take(1)[0] ?? 0) - major;
  if (first >= 0 && first < 24) return first;
  const width = first >= 24 && first <= 27 ? 2 ** (first - 24) : 0;
  if (width === 0) throw new Elsewhere();
  const value = take(width).reduce((sum, byte) => sum * 256 + byte, 0);
  const least = width === 1 ? 24 : 256 ** (width / 2);
  if (value < least || !Number.isSafeInteger(value)) throw new Elsewhere();
  return value;
}

function readHeader(): EntryHeader {
  skip(beforeN);
  const n = count(0);
  skip(beforeKid);
  const kid = hex(8);
  skip(beforeCase);
  const caseId = hex(16);
  skip(beforePrev);
  skip(n === 1 ? noPrev : somePrev);
  const prev = n === 1 ? "" : hex(32);
  skip(beforeDevice);
  const device = text(43);
  if (n < 1 || publicKeyOf(device) === undefined) throw new Elsewhere();
  return { v: 1, case: caseId, device, n, prev, kid };
}

function read(bytes: Uint8Array): SealedLayout {
  cursor.bytes = bytes;
  cursor.at = 0;
  skip(beforeIv);
  const iv = take(ivBytes);
  skip(beforeHeader);
  const begin = cursor.at;
  const header = readHeader();
  const headerBytes = bytes.subarray(begin, cursor.at);
  skip(beforeSignature);
  const signature = take(64);
  skip(beforeCiphertext);
  const ciphertext = take(count(0x40));
  if (cursor.at !== bytes.length || ciphertext.length <= tagBytes) throw new Elsewhere();
  return { header, iv, ciphertext, signature, headerBytes };
}

/** What an entry's id is the hash of, in its own bytes: see `entryIdOf`. */
export const layoutIdOf = ({ headerBytes, iv, ciphertext }: SealedLayout): string =>
  bytesToHex(sha256.create().update(headerBytes).update(iv).update(ciphertext).digest());

/** Undefined for whatever is no sealed entry; `refusalOf` says why. The parts are windows on the given bytes. */
export function layoutOf(bytes: Uint8Array): SealedLayout | undefined {
  if (bytes.length > maxEntryBytes) return undefined;
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof Elsewhere) return undefined;
    throw error;
  } finally {
    cursor.bytes = nothing;
  }
}

export type Refusal = "too-large" | "malformed";

/**
 * The one answer to what an entry can be refused for by its bytes alone. It runs before an entry is stored, on the
 * device and on the relay, so that no stored entry can block those behind it.
 */
export function refusalOf(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length > maxEntryBytes) return "too-large";
  return layoutOf(bytes) ? undefined : "malformed";
}
