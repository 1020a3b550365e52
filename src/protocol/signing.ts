import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { asBytes, type Bytes } from "./bytes.ts";

/** What a device signs. A signature for one of these is never one for another. */
export type SignatureContext = "entry" | "session" | "roster" | "membership" | "grant";

/** The bytes that are really signed: the context first, closed by a zero that no context contains. */
export const signedBytes = (context: SignatureContext, bytes: Uint8Array): Bytes =>
  asBytes(concatBytes(utf8ToBytes(`keukentafel/${context}/v1\0`), bytes));
