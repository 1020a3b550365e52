import { deviceIdOf } from "../protocol/deviceId.ts";
import type { ArgonCost } from "./argon.ts";
import { isPin } from "./pinCopy.ts";
import type { Random } from "./random.ts";
import { createAgeIdentity } from "./recovery.ts";
import { type Profile, type Secrets, sealSecrets } from "./secrets.ts";
import { createSigningPair } from "./signature.ts";
import { noTries } from "./tries.ts";
import type { VaultRow } from "./vaultRow.ts";
import { wrapForRecovery, wrapUnderPassphrase } from "./wraps.ts";

export type NewVault = {
  readonly words: readonly string[];
  /** Six digits. */
  readonly pin: string;
  readonly profile: Profile;
};

export type MadeVault = {
  readonly row: VaultRow;
  readonly vaultKey: Uint8Array;
  readonly secrets: Secrets;
  readonly recoveryIdentity: string;
};

/** @throws VaultError `browser-too-old`; RangeError where the PIN is not six digits or there are no words. */
export async function makeVault(
  { words, pin, profile }: NewVault,
  cost: ArgonCost,
  random: Random,
): Promise<MadeVault> {
  if (!isPin(pin)) throw new RangeError("a PIN is six digits");
  const { privateKey, publicKey } = await createSigningPair();
  const { identity: receiving } = await createAgeIdentity();
  const vaultKey = random(32);
  const device = { id: deviceIdOf(publicKey), signing: privateKey, receiving };
  const secrets: Secrets = { v: 2, device, formerDevices: [], cases: {}, agencies: [], pin, profile };
  const { recovery, recoveryIdentity } = await wrapForRecovery(vaultKey);
  const row: VaultRow = {
    v: 2,
    passphrase: await wrapUnderPassphrase(vaultKey, words, cost, random),
    recovery,
    secrets: await sealSecrets(vaultKey, secrets, random),
    tries: noTries,
  };
  return { row, vaultKey, secrets, recoveryIdentity };
}
