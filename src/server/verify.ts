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

/**
 * One takes less time than to hand it to another thread and to hear of it again. More than these in one turn, about a
 * millisecond, would let other requests wait.
 */
const mostInPlace = 16;
let inPlace = 0;

function isInPlace(): boolean {
  if (inPlace === mostInPlace) return false;
  if (inPlace === 0)
    setImmediate(() => {
      inPlace = 0;
    });
  inPlace += 1;
  return true;
}

/** By Node's own Ed25519: a few at once, many in threads of its pool. */
export const verifySignature: Verify = (signer, context, digest, signature) =>
  new Promise((resolve) => {
    try {
      const key = keyOf(signer);
      if (!key) return resolve(false);
      const signed = signedBytes(context, digest);
      if (isInPlace()) return resolve(verify(null, signed, key, signature));
      verify(null, signed, key, signature, (error, isGood) => resolve(!error && isGood));
    } catch {
      // A key that is no point on the curve has signed nothing.
      resolve(false);
    }
  });
