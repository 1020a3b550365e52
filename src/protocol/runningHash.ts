import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The running hash of a log after one more row: 16 bytes, in hexadecimal; "" before the first. One comparison of it
 * says whether two sides hold the same rows in the same order, on a device for its cache and with a relay for a cursor.
 */
export const chainAfter = (chain: string, id: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${chain}${id}`)).slice(0, 16));
