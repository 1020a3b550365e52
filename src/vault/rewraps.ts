import { changeSecrets, rewriteRow, type VaultParts, withVaultKey } from "./keeping.ts";
import { isPin } from "./pinCopy.ts";
import { wrapTo } from "./recovery.ts";
import { startPinKey } from "./unlocking.ts";
import type { VaultRow } from "./vaultRow.ts";
import { wrapForRecovery, wrapUnderPassphrase } from "./wraps.ts";

/** The ways into a vault, each made anew without touching the others. */

export function changePassphrase(parts: VaultParts, words: readonly string[]): Promise<void> {
  const { shelf, cost, random } = parts;
  return parts.serially(() =>
    withVaultKey(parts, async (vaultKey) => {
      const previous = (await shelf.read())?.passphrase.argon;
      const passphrase = await wrapUnderPassphrase(vaultKey, words, cost, random, previous);
      await rewriteRow(shelf, (row) => ({ ...row, passphrase }));
    }),
  );
}

export function renewRecovery(parts: VaultParts): Promise<{ readonly recoveryIdentity: string }> {
  return parts.serially(() =>
    withVaultKey(parts, async (vaultKey) => {
      const { recovery, recoveryIdentity } = await wrapForRecovery(vaultKey);
      await rewriteRow(parts.shelf, (row) => ({ ...row, recovery }));
      return { recoveryIdentity };
    }),
  );
}

export function setAgencyRecovery(parts: VaultParts, recipient: string | undefined): Promise<void> {
  const { shelf } = parts;
  return parts.serially(() =>
    withVaultKey(parts, async (vaultKey) => {
      if ((await shelf.read())?.agencyRecovery?.recipient === recipient) return;
      const wrap = recipient && { recipient, wrapped: await wrapTo(recipient, vaultKey) };
      await rewriteRow(shelf, ({ agencyRecovery: _before, ...row }) =>
        wrap ? { ...row, agencyRecovery: wrap } : row,
      );
    }),
  );
}

/** Needs every family open, as making one does: who finds the tablet open for one family takes no way in away. */
export function removePasskey(parts: VaultParts): Promise<void> {
  return parts.serially(() =>
    withVaultKey(parts, () =>
      rewriteRow(parts.shelf, ({ passkey: _before, ...row }): Omit<VaultRow, "v"> => row),
    ),
  );
}

export async function changePin(parts: VaultParts, pin: string): Promise<void> {
  if (!isPin(pin)) throw new RangeError("a PIN is six digits");
  await changeSecrets(
    parts,
    (secrets) => ({ ...secrets, pin }),
    (held) => {
      if (held.all) held.all.pin = pin;
      startPinKey(parts, pin);
    },
  );
}
