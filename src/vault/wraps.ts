import { type ArgonCost, freshParams, keyFromSecret, strongest } from "./argon.ts";
import { normalizePassphrase } from "./passphrase.ts";
import type { Random } from "./random.ts";
import { createAgeIdentity, unwrapWith, wrapTo } from "./recovery.ts";
import { openBlob, sealBlob } from "./seal.ts";
import type { VaultRow } from "./vaultRow.ts";

const passphraseContext = "keukentafel/passphrase-wrap/v1";

/**
 * Wraps the vault key under a passphrase. `previous` is the cost of the wrap that this one replaces.
 * @throws RangeError where there are no words.
 */
export async function wrapUnderPassphrase(
  vaultKey: Uint8Array,
  words: readonly string[],
  cost: ArgonCost,
  random: Random,
  previous: ArgonCost = cost,
): Promise<VaultRow["passphrase"]> {
  const passphrase = normalizePassphrase(words.join(" "));
  if (passphrase === "") throw new RangeError("a passphrase has words");
  const argon = freshParams(strongest(cost, previous), random);
  const key = await keyFromSecret(passphrase, argon);
  return { argon, wrapped: await sealBlob(key, passphraseContext, vaultKey, random) };
}

/** The vault key. Undefined where the passphrase is another. */
export async function unwrapWithPassphrase(row: VaultRow, typed: string): Promise<Uint8Array | undefined> {
  const { argon, wrapped } = row.passphrase;
  const passphrase = normalizePassphrase(typed);
  if (passphrase === "") return undefined;
  const key = await keyFromSecret(passphrase, argon);
  return openBlob(key, passphraseContext, wrapped).catch(() => undefined);
}

/** Wraps the vault key to a new recovery sheet. The identity is what the sheet carries: it is kept nowhere. */
export async function wrapForRecovery(
  vaultKey: Uint8Array,
): Promise<{ readonly recovery: VaultRow["recovery"]; readonly recoveryIdentity: string }> {
  const { identity, recipient } = await createAgeIdentity();
  return { recovery: { recipient, wrapped: await wrapTo(recipient, vaultKey) }, recoveryIdentity: identity };
}

export type Recovered = { readonly vaultKey: Uint8Array; readonly by: "sheet" | "agency" };

/** The vault key, and whose sheet opened it. Undefined where the identity is neither's. */
export async function unwrapWithRecovery(
  { recovery, agencyRecovery }: VaultRow,
  typedIdentity: string,
): Promise<Recovered | undefined> {
  const own = await unwrapWith(typedIdentity, recovery.wrapped);
  if (own) return { vaultKey: own, by: "sheet" };
  const agencys = agencyRecovery && (await unwrapWith(typedIdentity, agencyRecovery.wrapped));
  return agencys && { vaultKey: agencys, by: "agency" };
}
