import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { asBytes } from "../protocol/bytes.ts";
import { wipe } from "./random.ts";
import { importSigningKey, type Signer, signWith } from "./signature.ts";

export const seedBytes = 32;

/** What stands before a raw Ed25519 seed in PKCS #8, the one form in which WebCrypto takes it: RFC 8410, §7. */
const pkcs8Prefix = hexToBytes("302e020100300506032b657004220420");

/**
 * The signer of an Ed25519 key that is known by its seed alone, as in a link or on paper. The caller wipes the seed.
 * @throws RangeError where the seed is not 32 bytes.
 */
export async function signerOfSeed(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== seedBytes) throw new RangeError("a seed is 32 bytes");
  const pkcs8 = asBytes(concatBytes(pkcs8Prefix, seed));
  try {
    const by = await publicKeyText(pkcs8);
    const key = await importSigningKey(pkcs8);
    return { by, sign: (context, bytes) => signWith(key, context, bytes) };
  } finally {
    wipe(pkcs8);
  }
}

/**
 * WebCrypto derives a public key only where a private one is written out as JWK. Its other half is a string that can't
 * be wiped, as is what every such seed comes from: a link, or a code that was typed.
 */
async function publicKeyText(pkcs8: BufferSource): Promise<string> {
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  if (x === undefined) throw new Error("an Ed25519 key without its public half");
  return x;
}
