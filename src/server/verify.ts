import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { publicKeyOf } from "../protocol/deviceId.ts";
import { signedBytes } from "../protocol/signing.ts";
import type { Verify } from "./offered.ts";

/** Public keys by device, so that each is read once; the oldest goes when there are many. */
const keys = new Map<string, KeyObject>();
const mostKeys = 20_000;

function keyOf(device: string): KeyObject | undefined {
  const known = keys.get(device);
  if (known) return known;
  if (!publicKeyOf(device)) return undefined;
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: device }, format: "jwk" });
  const oldest = keys.size >= mostKeys ? keys.keys().next().value : undefined;
  if (oldest !== undefined) keys.delete(oldest);
  keys.set(device, key);
  return key;
}

/** By Node's own Ed25519, in a thread of its pool: no other request waits for it. */
export const verifySignature: Verify = (signer, context, digest, signature) =>
  new Promise((resolve) => {
    try {
      const key = keyOf(signer);
      if (!key) return resolve(false);
      verify(null, signedBytes(context, digest), key, signature, (error, isGood) =>
        resolve(!error && isGood),
      );
    } catch {
      // A key that is no point on the curve has signed nothing.
      resolve(false);
    }
  });
