/** Bytes that WebCrypto accepts: backed by an ArrayBuffer of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The same bytes, not a copy, so that a wiped original leaves none behind. Nothing here ever shares memory. */
export const asBytes = (bytes: Uint8Array): Bytes => bytes as Bytes;

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
