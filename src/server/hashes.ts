import { hash } from "node:crypto";
import type { SealedLayout } from "../protocol/sealedLayout.ts";

/** What `protocol/` computes in script, by Node's own SHA-256: a relay does it for every row of everybody. */

/** See `protocol/runningHash.ts`. */
export const chainAfter = (chain: string, id: string): string =>
  hash("sha256", `${chain}${id}`, "hex").slice(0, 32);

/** See `entryIdOf` in `protocol/sealedEntry.ts`. */
export function entryIdOf({ headerBytes, iv, ciphertext }: SealedLayout): string {
  const all = Buffer.allocUnsafe(headerBytes.length + iv.length + ciphertext.length);
  all.set(headerBytes, 0);
  all.set(iv, headerBytes.length);
  all.set(ciphertext, headerBytes.length + iv.length);
  return hash("sha256", all, "hex");
}
