/** Fresh random bytes at each call: the caller may keep the array, and wipe it. */
export type Random = (length: number) => Uint8Array;

export const browserRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Zero-fills raw keys that are done with. Strings and CryptoKeys can only be let go of. */
export function wipe(...keys: readonly (Uint8Array | undefined)[]): void {
  for (const key of keys) key?.fill(0);
}
