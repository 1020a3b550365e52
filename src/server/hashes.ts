import { hash } from "node:crypto";
import { maxEntryBytes } from "../protocol/sealedEntry.ts";
import type { SealedLayout } from "../protocol/sealedLayout.ts";

/** What `protocol/` computes in script, by Node's own SHA-256: a relay does it for every row of everybody. */

/** See `protocol/runningHash.ts`. */
export const chainAfter = (chain: string, id: string): string =>
  hash("sha256", `${chain}${id}`, "hex").slice(0, 32);

/** One for all: a new piece of memory for each row would keep the collector busy. An entry never outgrows it. */
const scratch = Buffer.alloc(maxEntryBytes);

/** See `entryIdOf` in `protocol/sealedEntry.ts`. */
export function entryIdOf({ headerBytes, iv, ciphertext }: SealedLayout): string {
  scratch.set(headerBytes, 0);
  scratch.set(iv, headerBytes.length);
  scratch.set(ciphertext, headerBytes.length + iv.length);
  return hash("sha256", scratch.subarray(0, headerBytes.length + iv.length + ciphertext.length), "hex");
}
