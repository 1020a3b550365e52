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

/** What Argon2id is asked, in the words of hash-wasm. */
export type ArgonQuestion = {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly memorySize: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly hashLength: number;
};

export type ArgonAnswer = { readonly raw: Uint8Array } | { readonly failed: string };

/** An AES key from a passphrase or PIN. Takes some 400 ms at the usual cost, beside the page where that can be. */
export async function keyFromSecret(secret: string, params: ArgonParams): Promise<CryptoKey> {
  const question: ArgonQuestion = {
    password: secret,
    salt: params.salt,
    memorySize: params.memoryKib,
    iterations: params.passes,
    parallelism: params.lanes,
    hashLength: 32,
  };
  const raw = (await besideThePage(question)) ?? (await inThePage(question));
  const key = await importAesKey(raw);
  raw.fill(0);
  return key;
}

/**
 * In a worker of its own, which is ended with its answer: its memory, and the secret in it, go with it. Undefined where
 * there are no workers or this one failed; the page then does it itself.
 */
async function besideThePage(question: ArgonQuestion): Promise<Uint8Array | undefined> {
  if (typeof Worker === "undefined") return undefined;
  let worker: Worker | undefined;
  try {
    const started = new Worker(new URL("./argonWorker.ts", import.meta.url), { type: "module" });
    worker = started;
    return await new Promise<Uint8Array | undefined>((resolve) => {
      started.onmessage = ({ data }: MessageEvent<ArgonAnswer>) =>
        resolve("raw" in data ? data.raw : undefined);
      started.onerror = () => resolve(undefined);
      started.postMessage(question);
    });
  } catch {
    return undefined;
  } finally {
    worker?.terminate();
  }
}

async function inThePage(question: ArgonQuestion): Promise<Uint8Array> {
  const { argon2id } = await import("hash-wasm");
  return argon2id({ ...question, outputType: "binary" });
}

export const importAesKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", asBytes(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
