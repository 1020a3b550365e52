import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { asBytes, type Bytes } from "../protocol/bytes.ts";
import { decodeCbor, encodeCbor } from "../protocol/cbor.ts";
import { importAesKey } from "./argon.ts";
import { type Random, wipe } from "./random.ts";
import { openBlob, sealBlob } from "./seal.ts";
import { vaultError } from "./vaultError.ts";

/** One of a case's keys, in the open: 32 bytes. */
export type RawKey = { readonly kid: string; readonly key: Uint8Array };

/**
 * A key's name: 8 bytes of a hash of it, in hexadecimal. Nobody can put another key under it. Keys of the first version have
 * names by chance, and keep them.
 */
export const kidOf = (key: Uint8Array): string =>
  bytesToHex(sha256.create().update(utf8ToBytes("keukentafel/kid/v1")).update(key).digest().slice(0, 8));

/** What the app keeps about whoever works here. The vault does not look inside. */
export type Profile = { readonly [key: string]: unknown };

/** What a device signs with. */
export type DeviceKey = {
  /** See `deviceId.ts`. */
  readonly id: string;
  /** PKCS #8. */
  readonly signing: Uint8Array;
};

/** What this device knows of its agency beyond what any relay says. */
export type Agency = {
  /** See `agencyId.ts`. */
  readonly agency: string;
  /** The root's public key, spelled like a device's id. */
  readonly root: string;
  /** The age recipient of the agency's recovery key. */
  readonly recovery: string;
  /** Address of the relay. */
  readonly relay: string;
  /** Who works on this device: 16 random bytes, in hexadecimal. */
  readonly member: string;
};

/**
 * All that the vault key protects in the row. Of a case's keys the last writes, and all of them open. Version 1 knew no
 * former devices and no agencies.
 */
export type Secrets = {
  readonly v: 2;
  readonly device: DeviceKey & {
    /** age identity, to receive case keys with. */
    readonly receiving: string;
  };
  /** Who this device was before it was found to be a copy of another: see `deviceKeys.ts`. */
  readonly formerDevices: readonly DeviceKey[];
  readonly cases: { readonly [caseId: string]: readonly RawKey[] };
  readonly agencies: readonly Agency[];
  readonly pin: string;
  readonly profile: Profile;
};

type SecretsBefore = Omit<Secrets, "v" | "formerDevices" | "agencies"> & { readonly v: 1 };

const secretsContext = "keukentafel/secrets/v1";

export async function sealSecrets(vaultKey: Uint8Array, secrets: Secrets, random: Random): Promise<Bytes> {
  // Encoded before the first await: a lock that wipes the keys meanwhile must not reach what is being written.
  const plain = encodeCbor(secrets);
  const key = await derivedKey(vaultKey, secretsContext);
  const sealed = await sealBlob(key, secretsContext, plain, random);
  wipe(plain);
  return sealed;
}

/** @throws Error where the vault key is another; VaultError `newer-vault`. */
export async function openSecrets(vaultKey: Uint8Array, sealed: Uint8Array): Promise<Secrets> {
  const plain = await openBlob(await derivedKey(vaultKey, secretsContext), secretsContext, sealed);
  // The decoder copies every byte string, so what is wiped here is no key that is returned.
  const secrets = decodeCbor(plain) as Secrets | SecretsBefore;
  wipe(plain);
  if (secrets.v === 1) return { ...secrets, v: 2, formerDevices: [], agencies: [] };
  if (secrets.v !== 2) throw vaultError("newer-vault");
  return secrets;
}

/** HKDF-SHA-256 of the vault key. The salt is empty: the vault key is random already (RFC 5869, §3.1). */
export async function derivedBytes(vaultKey: Uint8Array, purpose: string): Promise<Bytes> {
  const source = await crypto.subtle.importKey("raw", asBytes(vaultKey), "HKDF", false, ["deriveBits"]);
  const info = asBytes(utf8ToBytes(purpose));
  const salt = new Uint8Array(0);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, source, 256),
  );
}

export async function derivedKey(vaultKey: Uint8Array, purpose: string): Promise<CryptoKey> {
  const raw = await derivedBytes(vaultKey, purpose);
  const key = await importAesKey(raw);
  wipe(raw);
  return key;
}

/** For one case's drafts and cached case file. */
export const blobPurpose = (caseId: string): string => `keukentafel/blob/v1/${caseId}`;

/** For what is kept of all families together: never at hand where only one family is. */
export const deviceBlobPurpose = "keukentafel/device-blob/v1";
