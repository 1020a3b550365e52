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
const beforeDevice = [...key("device"), 0x78, 43];
const beforeSignature = [...key("signature"), 0x58, 64];
const beforeCiphertext = key("ciphertext");

class Elsewhere extends Error {}

function readerOf(bytes: Uint8Array) {
  let at = 0;
  const skip = (expected: readonly number[]): void => {
    for (const one of expected) {
      if (bytes[at] !== one) throw new Elsewhere();
      at += 1;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Elsewhere();
    at += length;
    return bytes.subarray(at - length, at);
  };
  const text = (length: number): string => String.fromCharCode(...take(length));
  const hex = (bytesLong: number): string => {
    const found = text(bytesLong * 2);
    if (!/^[0-9a-f]*$/.test(found)) throw new Elsewhere();
    return found;
  };
  /** A number of this major type, in the shortest of its spellings. */
  const count = (major: number): number => {
    const first = (take(1)[0] ?? 0) - major;
    if (first >= 0 && first < 24) return first;
    const width = first >= 24 && first <= 27 ? 2 ** (first - 24) : 0;
    if (width === 0) throw new Elsewhere();
    const value = take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    const least = width === 1 ? 24 : 256 ** (width / 2);
    if (value < least || !Number.isSafeInteger(value)) throw new Elsewhere();
    return value;
  };
  const peek = (): number | undefined => bytes[at];
  return { skip, take, text, hex, count, peek, place: () => at };
}

function read(bytes: Uint8Array): SealedLayout {
  const { skip, take, text, hex, count, peek, place } = readerOf(bytes);
  skip(beforeIv);
  const iv = take(ivBytes);
  skip(beforeHeader);
  const begin = place();
  skip(beforeN);
  const n = count(0);
  skip(beforeKid);
  const kid = hex(8);
  skip(beforeCase);
  const caseId = hex(16);
  skip(beforePrev);
  skip(n === 1 ? [0x60] : [0x78, 64]);
  const prev = n === 1 ? "" : hex(32);
  skip(beforeDevice);
  const device = text(43);
  const headerBytes = bytes.subarray(begin, place());
  skip(beforeSignature);
  const signature = take(64);
  skip(beforeCiphertext);
  if ((peek() ?? 0) < 0x40) throw new Elsewhere();
  const ciphertext = take(count(0x40));
  const isWhole = place() === bytes.length && ciphertext.length > tagBytes;
  if (!isWhole || n < 1 || publicKeyOf(device) === undefined) throw new Elsewhere();
  const header: EntryHeader = { v: 1, case: caseId, device, n, prev, kid };
  return { header, iv, ciphertext, signature, headerBytes };
}

/** Undefined for whatever is no sealed entry; `judgeSealed` says why. The parts are windows on the given bytes. */
export function layoutOf(bytes: Uint8Array): SealedLayout | undefined {
  if (bytes.length > maxEntryBytes) return undefined;
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof Elsewhere) return undefined;
    throw error;
  }
}
