import { asBytes } from "../protocol/bytes.ts";
import type { Random } from "./random.ts";

/** What Argon2id is asked to spend. Stored with each wrap, never taken from elsewhere. */
export type ArgonCost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number };

export type ArgonParams = ArgonCost & { readonly salt: Uint8Array };

/** 64 MiB, three passes, one lane: RFC 9106, §4, the second recommended option, with the lanes that WebAssembly has. */
export const argonCost: ArgonCost = { memoryKib: 64 * 1024, passes: 3, lanes: 1 };

/** A wrap made again is never cheaper than the one it replaces. */
export const strongest = (a: ArgonCost, b: ArgonCost): ArgonCost => ({
  memoryKib: Math.max(a.memoryKib, b.memoryKib),
  passes: Math.max(a.passes, b.passes),
  lanes: Math.max(a.lanes, b.lanes),
});

export const freshParams = (cost: ArgonCost, random: Random): ArgonParams => ({
  memoryKib: cost.memoryKib,
  passes: cost.passes,
  lanes: cost.lanes,
  salt: random(16),
});

/** An AES key from a passphrase or PIN. Takes some 400 ms at the usual cost. */
export async function keyFromSecret(secret: string, params: ArgonParams): Promise<CryptoKey> {
  const { argon2id } = await import("hash-wasm");
  const raw = await argon2id({
    password: secret,
    salt: params.salt,
    memorySize: params.memoryKib,
    iterations: params.passes,
    parallelism: params.lanes,
    hashLength: 32,
    outputType: "binary",
  });
  const key = await importAesKey(raw);
  raw.fill(0);
  return key;
}

export const importAesKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", asBytes(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
