import { sameBytes } from "../protocol/bytes.ts";
import { mustHoldAll, rewriteRow, type VaultParts, withVaultKey } from "./keeping.ts";
import { type Random, wipe } from "./random.ts";
import { openBlob, sealBlob } from "./seal.ts";
import { derivedKey } from "./secrets.ts";
import type { PasskeyWrap } from "./vaultRow.ts";

/**
 * A passkey gives 32 bytes for a salt, always the same (WebAuthn's PRF extension); the key derived from them wraps the
 * vault key. Some platforms give others the next time, or nothing: so it is only ever a second way in, and is kept only
 * once it has been seen to open.
 */

/** Asks the person for what this credential gives for this salt. Undefined where that was refused or can't be. */
export type Prf = (credential: Uint8Array, salt: Uint8Array) => Promise<Uint8Array | undefined>;

export type MadePasskey = {
  readonly credential: Uint8Array;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  /** What it gave when it was made; not every platform gives it then. Overwritten once it has been used. */
  readonly output: Uint8Array | undefined;
};

/** `no-answer`: it gave nothing. `unreliable`: not the same as before. Nothing was kept then. */
export type PasskeyAdded =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "no-answer" | "unreliable" };

/** `none`: there is no passkey. `wrong`: it gave other bytes than when it was made. The passphrase still opens. */
export type PasskeyUnlocked =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "none" | "no-answer" | "wrong" };

const passkeyContext = "keukentafel/passkey-wrap/v1";

async function wrapUnderPasskey(
  vaultKey: Uint8Array,
  output: Uint8Array,
  random: Random,
): Promise<Uint8Array> {
  return sealBlob(await derivedKey(output, passkeyContext), passkeyContext, vaultKey, random);
}

/** The vault key. Undefined where the passkey gave other bytes. */
export async function unwrapWithPasskey(
  { wrapped }: Pick<PasskeyWrap, "wrapped">,
  output: Uint8Array,
): Promise<Uint8Array | undefined> {
  const key = await derivedKey(output, passkeyContext);
  return openBlob(key, passkeyContext, wrapped).catch(() => undefined);
}

/**
 * The person is asked outside the queue: a dialog that stays open must not hold up a lock.
 * @throws VaultError `locked`, also by a lock meanwhile, and `out-of-scope`.
 */
export async function addPasskey(
  parts: VaultParts,
  { credential, salt, output }: MadePasskey,
  prf: Prf,
): Promise<PasskeyAdded> {
  let first = output;
  let second: Uint8Array | undefined;
  try {
    mustHoldAll(parts);
    const ask = (): Promise<Uint8Array | undefined> => prf(credential, salt).catch(() => undefined);
    first ??= await ask();
    second = first && (await ask());
    if (!first || !second) return { ok: false, reason: "no-answer" };
    const outputs = [first, second] as const;
    return await parts.serially(() => keepPasskey(parts, { credential, salt }, outputs));
  } finally {
    wipe(first, second);
  }
}

function keepPasskey(
  parts: VaultParts,
  made: Pick<PasskeyWrap, "credential" | "salt">,
  [first, second]: readonly [Uint8Array, Uint8Array],
): Promise<PasskeyAdded> {
  return withVaultKey(parts, async (vaultKey) => {
    const passkey = { ...made, wrapped: await wrapUnderPasskey(vaultKey, first, parts.random) };
    const opened = await unwrapWithPasskey(passkey, second);
    const isReliable = opened !== undefined && sameBytes(opened, vaultKey);
    wipe(opened);
    if (!isReliable) return { ok: false, reason: "unreliable" };
    await rewriteRow(parts.shelf, (row) => ({ ...row, passkey }));
    return { ok: true };
  });
}
