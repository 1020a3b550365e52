import { decodeCbor } from "../../src/protocol/cbor.ts";
import { publicKeyOf } from "../../src/protocol/deviceId.ts";
import {
  type EntryHeader,
  ivBytes,
  maxEntryBytes,
  type SealedEntry,
  signatureBytes,
  tagBytes,
} from "../../src/protocol/sealedEntry.ts";
import type { Refusal } from "../../src/protocol/sealedLayout.ts";
import { hasExactly, isBytes, isHex } from "../../src/protocol/shape.ts";

/** The entry, or why it is refused: decoded, as the description has it. What reads by position is measured against this. */
export function judgeSealed(bytes: Uint8Array): SealedEntry | Refusal {
  if (bytes.length > maxEntryBytes) return "too-large";
  try {
    const sealed = decodeCbor(bytes);
    return isSealedEntry(sealed) ? sealed : "malformed";
  } catch {
    return "malformed";
  }
}

/** @throws Error for what is refused. */
export function decodeSealed(bytes: Uint8Array): SealedEntry {
  const judged = judgeSealed(bytes);
  if (typeof judged === "string") throw new Error(`refused: ${judged}`);
  return judged;
}

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
