import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { asBytes, type Bytes } from "../protocol/bytes.ts";
import { decodeMessage, encodeCbor } from "../protocol/cbor.ts";
import {
  type EntryHeader,
  encodeHeader,
  encodeSealed,
  entryDigest,
  ivBytes,
} from "../protocol/sealedEntry.ts";
import { layoutOf, type Refusal, refusalOf, type SealedLayout } from "../protocol/sealedLayout.ts";
import { pad, unpad } from "./padding.ts";
import { browserRandom, type Random } from "./random.ts";
import { isSignedBy } from "./signature.ts";

export type CaseKey = { readonly kid: string; readonly key: CryptoKey };

/** With what an entry is sealed. `sign` signs in the context "entry". */
export type Sealer = {
  readonly caseKey: CaseKey;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly device: string;
};

export type Opened =
  | { readonly ok: true; readonly id: string; readonly header: EntryHeader; readonly inside: unknown }
  | { readonly ok: false; readonly reason: Refusal | "bad-signature" | "altered" }
  | {
      readonly ok: false;
      readonly reason: "waits-for-key";
      readonly id: string;
      readonly header: EntryHeader;
    };

/**
 * Seals and signs what is inside. The size is not judged here: ask `refusalOf` before storing the bytes.
 * @throws TypeError where `inside` holds what CBOR of ours can't: see `encodeCbor`.
 */
export async function sealEntry(
  { caseKey, sign, device }: Sealer,
  at: { readonly case: string; readonly n: number; readonly prev: string },
  inside: unknown,
  random: Random = browserRandom,
): Promise<{ readonly id: string; readonly bytes: Bytes }> {
  const header: EntryHeader = { v: 1, case: at.case, device, n: at.n, prev: at.prev, kid: caseKey.kid };
  const iv = asBytes(random(ivBytes));
  const plain = pad(encodeCbor(inside));
  const ciphertext = await encrypt(caseKey.key, iv, encodeHeader(header), plain);
  const unsigned = { header, iv, ciphertext };
  const digest = entryDigest(unsigned);
  const signature = await sign(digest);
  return { id: bytesToHex(digest), bytes: encodeSealed({ ...unsigned, signature }) };
}

/**
 * Opens an entry of whatever device. Each reason is a state of its own: none of them stops the entries behind it.
 * `verify` is another only where a simulation signs in its own, quicker way.
 */
export async function openEntry(
  bytes: Uint8Array,
  keyOf: (kid: string) => CryptoKey | undefined,
  verify: typeof isSignedBy = isSignedBy,
): Promise<Opened> {
  const sealed = layoutOf(bytes);
  if (!sealed) return { ok: false, reason: refusalOf(bytes) ?? "malformed" };
  const { header, signature } = sealed;
  const key = keyOf(header.kid);
  // Beside each other: nothing of what was deciphered is looked at before the signature is.
  const deciphered = key && decryptSealed(key, sealed);
  const digest = await digestOf(sealed);
  if (!(await verify(header.device, "entry", digest, signature))) {
    return { ok: false, reason: "bad-signature" };
  }
  if (!deciphered) return { ok: false, reason: "waits-for-key", id: bytesToHex(digest), header };
  const plain = await deciphered;
  if (!plain) return { ok: false, reason: "altered" };
  try {
    return { ok: true, id: bytesToHex(digest), header, inside: decodeMessage(unpad(plain)) };
  } catch {
    return { ok: false, reason: "malformed" };
  }
}

/** See `entryDigest`. Of thousands of entries the platform's own hash is quicker, and works beside us. */
const digestOf = async ({ headerBytes, iv, ciphertext }: SealedLayout): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", asBytes(concatBytes(headerBytes, iv, ciphertext))));

const decryptSealed = (
  key: CryptoKey,
  { headerBytes, iv, ciphertext }: SealedLayout,
): Promise<Bytes | undefined> =>
  decrypt(key, asBytes(iv), asBytes(headerBytes), asBytes(ciphertext)).catch(() => undefined);

/** Seals a draft, a cache or a wrap: iv and ciphertext in one. It opens under the same context only. */
export async function sealBlob(
  key: CryptoKey,
  context: string,
  bytes: Uint8Array,
  random: Random = browserRandom,
): Promise<Bytes> {
  const iv = asBytes(random(ivBytes));
  return asBytes(concatBytes(iv, await encrypt(key, iv, asBytes(utf8ToBytes(context)), asBytes(bytes))));
}

/** @throws Error where key or context is another, or a byte was changed. */
export async function openBlob(key: CryptoKey, context: string, sealed: Uint8Array): Promise<Bytes> {
  const [iv, ciphertext] = [sealed.subarray(0, ivBytes), sealed.subarray(ivBytes)];
  return decrypt(key, asBytes(iv), asBytes(utf8ToBytes(context)), asBytes(ciphertext));
}

async function encrypt(key: CryptoKey, iv: Bytes, additionalData: Bytes, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plain));
}

async function decrypt(key: CryptoKey, iv: Bytes, additionalData: Bytes, ciphertext: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, ciphertext),
  );
}
