import { drop, type Held, holdAll } from "./held.ts";
import type { VaultParts } from "./keeping.ts";
import { derivePinKey } from "./pinCopy.ts";
import { wipe } from "./random.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { noTries, oneMoreWrong, pauseLeft } from "./tries.ts";
import { readRow, type VaultRow } from "./vaultRow.ts";

/** `wait`: the pause after earlier tries is not over, and this try was not judged. `waitMillis` until the next one. */
export type Unlocked =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "wrong" | "wait"; readonly waitMillis: number };

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
    await shelf.write({ ...row, tries: noTries });
    const secrets = await openSecrets(vaultKey, row.secrets);
    await takeHold(parts, vaultKey, secrets, stillWanted);
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
