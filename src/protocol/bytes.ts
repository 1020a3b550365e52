/** Bytes that WebCrypto accepts: backed by an ArrayBuffer of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The same bytes, not a copy, so that a wiped original leaves none behind. Nothing here ever shares memory. */
export const asBytes = (bytes: Uint8Array): Bytes => bytes as Bytes;

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // Every byte of every entry passes here: a plain loop is many times quicker than a callback for each.
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
