import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/** Of what it hashes, 96 characters after the first row: an encoder and bytes of its own would cost each as much again. */
const text = new Uint8Array(96);

/**
 * The running hash of a log after one more row: 16 bytes, in hexadecimal; "" before the first. One comparison of it
 * says whether two sides hold the same rows in the same order, on a device for its cache and with a relay for a cursor.
 */
export function chainAfter(chain: string, id: string): string {
  const { read, written } = encoder.encodeInto(chain + id, text);
  const isWhole = read === chain.length + id.length;
  const bytes = isWhole ? text.subarray(0, written) : encoder.encode(chain + id);
  return bytesToHex(sha256(bytes).subarray(0, 16));
}
