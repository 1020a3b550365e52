import { type ArgonCost, argonCost } from "./argon.ts";
import { enterTogether, type OpenedByPin, openByPin, softLock, touchCopy } from "./familyLock.ts";
import { changeSecrets, createQueue, mustHoldAll, rewriteRow, type VaultParts } from "./keeping.ts";
import { createMemory, type VaultState } from "./memory.ts";
import { makeVault, type NewVault } from "./newVault.ts";
import { isPin } from "./pinCopy.ts";
import { type Random, wipe } from "./random.ts";
import { startPinKey, takeHold, type Unlocked, unlockAll } from "./unlocking.ts";
import { vaultError } from "./vaultError.ts";
import type { Shelf, VaultRow } from "./vaultRow.ts";
import { createVaultSession, type VaultSession } from "./vaultSession.ts";
import { unwrapWithPassphrase, unwrapWithRecovery, wrapForRecovery, wrapUnderPassphrase } from "./wraps.ts";

export type { OpenedByPin, Shelf, Unlocked, VaultRow, VaultSession, VaultState };

/** The keys of this device. See `VaultState` for what each state means. */
export type Vault = {
  /** Reads whether there is a vault. Call it once before anything else. */
  load(): Promise<VaultState>;
  state(): VaultState;
  /** All families, or the one that is open. */
  scope(): "all" | string | undefined;
  subscribe(listener: (state: VaultState) => void): () => void;
  /** Undefined unless `open` or `together`. */
  session(): VaultSession | undefined;
  /**
   * Makes the vault and opens it. The recovery identity is for the sheet: it is returned once and kept nowhere.
   * @throws VaultError `vault-exists`, `browser-too-old`; RangeError where the PIN is not six digits.
   */
  create(vault: NewVault): Promise<{ readonly recoveryIdentity: string }>;
  unlock(typedPassphrase: string): Promise<Unlocked>;
  unlockWithRecovery(identity: string): Promise<Unlocked>;
  unlockWithPin(pin: string): Promise<OpenedByPin>;
  /** Drops every key in the open. With `keep`, the PIN brings that family back. */
  softLock(options?: { readonly keep?: string }): Promise<void>;
  enterTogether(caseId: string): Promise<void>;
  /** Back from together by PIN, to that one family. By passphrase: `unlock`, to all of them. */
  leaveTogether(pin: string): Promise<OpenedByPin>;
  /** Somebody is at work: the time in which the PIN brings a family back starts anew. Signing touches too. */
  touch(): void;
  /** Drops everything, at once. */
  lock(): void;
  /** Wraps the vault key anew; the data and the other wraps stay as they are. All three need every family open. */
  changePassphrase(words: readonly string[]): Promise<void>;
  changePin(pin: string): Promise<void>;
  /** A new sheet; the old one opens nothing any more. */
  renewRecovery(): Promise<{ readonly recoveryIdentity: string }>;
};

export type VaultNeeds = {
  readonly shelf: Shelf;
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** For tests only: the usual cost takes 400 ms a try, which is its purpose. */
  readonly argon?: ArgonCost;
  /** Milliseconds untouched in which the PIN brings a family back; 90 minutes where the app has no setting. */
  readonly copyMillis?: () => number;
};

export function createVault({ shelf, random, clock, argon = argonCost, copyMillis }: VaultNeeds): Vault {
  const memory = createMemory();
  const { held } = memory;
  const parts: VaultParts = {
    ...{ shelf, random, clock, memory, held },
    serially: createQueue(),
    cost: argon,
    copyMillis: copyMillis ?? (() => 90 * 60_000),
  };
  const touch = (): void => touchCopy(parts);
  return {
    load: () => load(parts),
    state: memory.state,
    scope: () => held()?.scope,
    subscribe: memory.subscribe,
    session: () => {
      const device = held()?.device;
      return device === undefined ? undefined : createVaultSession(parts, device, touch);
    },
    create: (vault) => create(parts, vault),
    unlock: (typed) => unlockAll(parts, (row) => unwrapWithPassphrase(row, typed)),
    unlockWithRecovery: (identity) => unlockAll(parts, (row) => unwrapWithRecovery(row, identity)),
    unlockWithPin: (pin) => openByPin(parts, pin),
    softLock: ({ keep } = {}) => softLock(parts, keep),
    enterTogether: (caseId) => enterTogether(parts, caseId),
    leaveTogether: (pin) => openByPin(parts, pin),
    touch,
    lock: memory.lock,
    changePassphrase: (words) => changePassphrase(parts, words),
    changePin: (pin) => changePin(parts, pin),
    renewRecovery: () => renewRecovery(parts),
  };
}

function load({ shelf, memory, serially }: VaultParts): Promise<VaultState> {
  return serially(async () => {
    const row = await shelf.read();
    if (!memory.held()) memory.setState(row ? "locked" : "none");
    return memory.state();
  });
}

function create(parts: VaultParts, vault: NewVault): Promise<{ readonly recoveryIdentity: string }> {
  const { shelf, cost, random, memory } = parts;
  const stillWanted = memory.watch();
  return parts.serially(async () => {
    if (await shelf.read()) throw vaultError("vault-exists");
    const { row, vaultKey, secrets, recoveryIdentity } = await makeVault(vault, cost, random);
    await shelf.write(row);
    await takeHold(parts, vaultKey, secrets, stillWanted);
    return { recoveryIdentity };
  });
}

/** Runs with a copy of the vault key, since a lock meanwhile zero-fills the one that is held. */
async function withVaultKey<T>(parts: VaultParts, use: (vaultKey: Uint8Array) => Promise<T>): Promise<T> {
  const vaultKey = mustHoldAll(parts).all.vaultKey.slice();
  return use(vaultKey).finally(() => wipe(vaultKey));
}

function changePassphrase(parts: VaultParts, words: readonly string[]): Promise<void> {
  const { shelf, cost, random } = parts;
  return parts.serially(() =>
    withVaultKey(parts, async (vaultKey) => {
      const previous = (await shelf.read())?.passphrase.argon;
      const passphrase = await wrapUnderPassphrase(vaultKey, words, cost, random, previous);
      await rewriteRow(shelf, (row) => ({ ...row, passphrase }));
    }),
  );
}

function renewRecovery(parts: VaultParts): Promise<{ readonly recoveryIdentity: string }> {
  return parts.serially(() =>
    withVaultKey(parts, async (vaultKey) => {
      const { recovery, recoveryIdentity } = await wrapForRecovery(vaultKey);
      await rewriteRow(parts.shelf, (row) => ({ ...row, recovery }));
      return { recoveryIdentity };
    }),
  );
}

async function changePin(parts: VaultParts, pin: string): Promise<void> {
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
