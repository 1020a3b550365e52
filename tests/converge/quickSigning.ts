import { createHash } from "node:crypto";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { type SignatureContext, signedBytes } from "../../src/protocol/signing.ts";

/**
 * Signatures for a simulation: a hash under a secret that the judge knows too. Everything around them is real, and a
 * thousand histories take seconds rather than hours. The real ones are tested with the vault and the relay.
 */
export type Signer = {
  readonly id: string;
  sign(context: SignatureContext, bytes: Uint8Array): Uint8Array;
};

const secrets = new Map<string, Uint8Array>();

const hashed = (secret: Uint8Array, context: SignatureContext, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash("sha512").update(secret).update(signedBytes(context, bytes)).digest());

export function createSigner(secret: Uint8Array): Signer {
  const id = deviceIdOf(new Uint8Array(createHash("sha256").update(secret).digest()));
  secrets.set(id, secret);
  return { id, sign: (context, bytes) => hashed(secret, context, bytes) };
}

export async function isQuicklySigned(
  signer: string,
  context: SignatureContext,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const secret = secrets.get(signer);
  return secret !== undefined && Buffer.compare(hashed(secret, context, bytes), signature) === 0;
}
