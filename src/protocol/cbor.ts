import { decode, encode, encodeInto } from "cborg";
import { encodedLength } from "cborg/length";
import { asBytes, type Bytes, sameBytes } from "./bytes.ts";

const encodeOptions = {
  ignoreUndefinedProperties: true,
  // What the decoder would refuse must not be written: it would be sealed and never open again.
  typeEncoders: {
    undefined: () => {
      throw new TypeError("undefined has no place in an encoded list");
    },
    number: (value: number) => {
      if (!Number.isFinite(value)) throw new TypeError("NaN and Infinity have no encoding");
      return null;
    },
  },
};

const decodeOptions = {
  strict: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowInfinity: false,
  allowNaN: false,
};

/**
 * Deterministic CBOR: one value, one encoding. Properties that are undefined are left out.
 * @throws TypeError for undefined in a list, NaN and Infinity.
 */
export function encodeCbor(value: unknown): Bytes {
  // Into an array of our own: the library's writer keeps a chunk for its next call, and keys are encoded here too.
  const bytes = new Uint8Array(encodedLength(value, encodeOptions));
  encodeInto(value, bytes, encodeOptions);
  return bytes;
}

/** The same bytes as `encodeCbor`, in one pass. The library keeps its chunk for the next call: no key goes this way. */
export const encodePublic = (value: unknown): Bytes => asBytes(encode(value, encodeOptions));

/**
 * The value of a message, or of what lies in a sealed entry: strict like the other, but for the order of keys and the length of
 * floats, since nothing is hashed or signed over it. Half of the work.
 * @throws Error for anything else.
 */
export const decodeMessage = (bytes: Uint8Array): unknown => decode(bytes, decodeOptions);

/**
 * The value of exactly one deterministic encoding.
 * @throws Error for anything else, also where it is CBOR but not the bytes that `encodeCbor` would write: the
 * decoder does not check the order of keys and the length of floats, so the value is encoded again and compared.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  const value: unknown = decode(bytes, decodeOptions);
  const again = encodeCbor(value);
  const same = sameBytes(again, bytes);
  again.fill(0);
  if (!same) throw new Error("not the deterministic encoding of its value");
  return value;
}
