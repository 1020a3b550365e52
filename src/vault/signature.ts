import { asBytes, type Bytes } from "../protocol/bytes.ts";
import { publicKeyOf } from "../protocol/deviceId.ts";
import { type SignatureContext, signedBytes } from "../protocol/signing.ts";
import { vaultError } from "./vaultError.ts";

const algorithm = { name: "Ed25519" } as const;

/** Who signs: a device, an agency's root, or an invitation's key. `by` is spelled like a device's id. */
export type Signer = {
  readonly by: string;
  readonly sign: (context: SignatureContext, bytes: Uint8Array) => Promise<Uint8Array>;
};

/** A new pair to sign with: the private key as PKCS #8, the public key as its 32 raw bytes. */
export async function createSigningPair(): Promise<{
  readonly privateKey: Bytes;
  readonly publicKey: Bytes;
}> {
  const pair = await crypto.subtle
    .generateKey(algorithm, true, ["sign", "verify"])
    .catch((error: unknown) => {
      // A browser without Ed25519 rejects with NotSupportedError, an older one with SyntaxError or TypeError.
      throw Object.assign(vaultError("browser-too-old"), { cause: error });
    });
  return {
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)),
    publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
  };
}

export const importSigningKey = (privateKey: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey("pkcs8", asBytes(privateKey), algorithm, false, ["sign"]);

/** Signs in a context: see `signedBytes`. */
export async function signWith(key: CryptoKey, context: SignatureContext, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, signedBytes(context, bytes)));
}

/** Public keys by device: a case has a handful of devices and thousands of entries. Emptied when it grows. */
const imported = new Map<string, Promise<CryptoKey>>();
const mostImported = 64;

function verifyingKey(deviceId: string, publicKey: Bytes): Promise<CryptoKey> {
  const known = imported.get(deviceId);
  if (known) return known;
  if (imported.size >= mostImported) imported.clear();
  const key = crypto.subtle.importKey("raw", publicKey, algorithm, false, ["verify"]);
  imported.set(deviceId, key);
  return key;
}

/** False also where the device id is no point on the curve. */
export async function isSignedBy(
  deviceId: string,
  context: SignatureContext,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const publicKey = publicKeyOf(deviceId);
  if (!publicKey) return false;
  try {
    const key = await verifyingKey(deviceId, publicKey);
    return await crypto.subtle.verify(algorithm, key, asBytes(signature), signedBytes(context, bytes));
  } catch {
    return false;
  }
}
