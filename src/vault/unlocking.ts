import { drop, type Held, holdAll } from "./held.ts";
import type { VaultParts } from "./keeping.ts";
import { type PasskeyUnlocked, type Prf, unwrapWithPasskey } from "./passkey.ts";
import { derivePinKey } from "./pinCopy.ts";
import { wipe } from "./random.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { noTries, oneMoreWrong, pauseLeft } from "./tries.ts";
import { readRow, type VaultRow } from "./vaultRow.ts";
import { type Recovered, unwrapWithRecovery } from "./wraps.ts";

/** `wait`: the pause after earlier tries is not over, and this try was not judged. `waitMillis` until the next one. */
export type Unlocked =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "wrong" | "wait"; readonly waitMillis: number };

export type RecoveryUnlocked =
  | { readonly ok: true; readonly by: Recovered["by"] }
  | Exclude<Unlocked, { readonly ok: true }>;

/** Opens everything with what `unwrap` finds. @throws VaultError `no-vault`, `newer-vault`, or `locked` by a lock meanwhile. */
export function unlockAll(
  parts: VaultParts,
  unwrap: (row: VaultRow) => Promise<Uint8Array | undefined>,
): Promise<Unlocked> {
  const { shelf, clock, memory } = parts;
  const stillWanted = memory.watch();
  return parts.serially(async () => {
    const row = await readRow(shelf);
    const waitMillis = pauseLeft(row.tries, clock());
    if (waitMillis > 0) return { ok: false, reason: "wait", waitMillis };
    // Counted before it is judged: closing the tab while the key is derived gives no free try.
    const tries = oneMoreWrong(row.tries, clock());
    await shelf.write({ ...row, tries });
    const vaultKey = await unwrap(row);
    if (!vaultKey) return { ok: false, reason: "wrong", waitMillis: pauseLeft(tries, clock()) };
    await openWith(parts, row, vaultKey, stillWanted);
    return { ok: true };
  });
}

async function openWith(
  parts: VaultParts,
  row: VaultRow,
  vaultKey: Uint8Array,
  stillWanted: () => void,
): Promise<void> {
  await parts.shelf.write({ ...row, tries: noTries });
  const secrets = await openSecrets(vaultKey, row.secrets);
  await takeHold(parts, vaultKey, secrets, stillWanted);
}

export async function unlockByRecovery(parts: VaultParts, typedIdentity: string): Promise<RecoveryUnlocked> {
  let by: Recovered["by"] = "sheet";
  const result = await unlockAll(parts, async (row) => {
    const found = await unwrapWithRecovery(row, typedIdentity);
    if (found) by = found.by;
    return found?.vaultKey;
  });
  return result.ok ? { ok: true, by } : result;
}

/**
 * No try is counted and no pause kept: 256 bits are not guessed, and a platform that fails must not make the passphrase
 * wait. The person is asked outside the queue, so that the passphrase opens while a dialog hangs.
 */
export async function unlockByPasskey(parts: VaultParts, prf: Prf): Promise<PasskeyUnlocked> {
  const { shelf, memory } = parts;
  const [stillWanted, before] = [memory.watch(), memory.state()];
  const { passkey } = await readRow(shelf);
  if (!passkey) return { ok: false, reason: "none" };
  const output = await prf(passkey.credential, passkey.salt).catch(() => undefined);
  if (!output) return { ok: false, reason: "no-answer" };
  return parts.serially(async () => {
    // Opened by passphrase meanwhile, and perhaps handed over since: an answer that comes late opens nothing.
    if (memory.state() !== before) {
      wipe(output);
      return { ok: false, reason: "no-answer" };
    }
    const row = await readRow(shelf);
    const vaultKey = row.passkey && (await unwrapWithPasskey(row.passkey, output));
    wipe(output);
    if (!vaultKey) return { ok: false, reason: "wrong" };
    await openWith(parts, row, vaultKey, stillWanted);
    return { ok: true };
  });
}

/** Holds everything, and derives the PIN's key in the background, so that a later soft lock need not wait for it. */
export async function takeHold(
  parts: VaultParts,
  vaultKey: Uint8Array,
  secrets: Secrets,
  stillWanted: () => void,
): Promise<void> {
  const { memory } = parts;
  const held: Held = await holdAll(vaultKey, secrets);
  try {
    stillWanted();
  } catch (error) {
    drop(held);
    wipe(vaultKey);
    throw error;
  }
  memory.setCopy(undefined);
  memory.hold(held, "open");
  startPinKey(parts, secrets.pin);
}

/** Where the derivation fails (a device short of memory), there is no way back by PIN, and the passphrase remains. */
export function startPinKey({ memory, cost, random }: VaultParts, pin: string): void {
  memory.setPinKey(derivePinKey(pin, cost, random).catch(() => undefined));
}
