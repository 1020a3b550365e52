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

const decoder = new TextDecoder();

const isDigit = new Uint8Array(256);
for (const digit of ascii("0123456789abcdef")) isDigit[digit] = 1;

function isHexAt(at: number, length: number): boolean {
  const { bytes } = cursor;
  for (let i = at; i < at + length; i += 1) if (isDigit[bytes[i] ?? 0] !== 1) return false;
  return true;
}

function hex(bytesLong: number): string {
  if (!isHexAt(cursor.at, bytesLong * 2)) throw new Elsewhere();
  return decoder.decode(take(bytesLong * 2));
}

/** For what is the same in entry after entry, as case and device are: spelled once, and the same text each time. */
function repeated(spell: () => string): () => string {
  let before = nothing;
  let text = "";
  const isAgain = (): boolean => {
    const { bytes, at } = cursor;
    for (let i = 0; i < before.length; i += 1) if (bytes[at + i] !== before[i]) return false;
    return before.length > 0;
  };
  return () => {
    if (isAgain()) {
      cursor.at += before.length;
      return text;
    }
    const begin = cursor.at;
    text = spell();
    // A copy, whatever the bytes are: a Buffer's `slice` would hold on to the whole request.
    before = new Uint8Array(cursor.bytes.subarray(begin, cursor.at));
    return text;
  };
}

const readKid = repeated(() => hex(8));
const readCase = repeated(() => hex(16));
const readDevice = repeated(() => decoder.decode(take(43)));

/** A number of this major type, in the shortest of its spellings. */
function count(major: number): number {
  const { bytes, at } = cursor;
  const first = (bytes[at] ?? 0) - major;
  const width = first >= 24 && first <= 27 ? 2 ** (first - 24) : 0;
  const end = at + 1 + width;
  if (first < 0 || first > 27 || end > bytes.length) throw new Elsewhere();
  cursor.at = end;
  if (width === 0) return first;
  let value = 0;
  for (let i = at + 1; i < end; i += 1) value = value * 256 + (bytes[i] ?? 0);
  const least = width === 1 ? 24 : 256 ** (width / 2);
  if (value < least || !Number.isSafeInteger(value)) throw new Elsewhere();
  return value;
}

function readHeader(): EntryHeader {
  skip(beforeN);
  const n = count(0);
  skip(beforeKid);
  const kid = readKid();
  skip(beforeCase);
  const caseId = readCase();
  skip(beforePrev);
  skip(n === 1 ? noPrev : somePrev);
  const prev = n === 1 ? "" : hex(32);
  skip(beforeDevice);
  const device = readDevice();
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
