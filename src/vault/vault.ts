import { type ArgonCost, argonCost } from "./argon.ts";
import { renewDevice } from "./deviceKeys.ts";
import { enterTogether, type OpenedByPin, openByPin, softLock, touchCopy } from "./familyLock.ts";
import { createQueue, type VaultParts } from "./keeping.ts";
import { createMemory, type VaultState } from "./memory.ts";
import type { NewVault } from "./newVault.ts";
import {
  addPasskey,
  type MadePasskey,
  type PasskeyAdded,
  type PasskeyUnlocked,
  type Prf,
} from "./passkey.ts";
import type { Random } from "./random.ts";
import {
  type RecoveryUnlocked,
  takeHold,
  type Unlocked,
  unlockAll,
  unlockByPasskey,
  unlockByRecovery,
} from "./unlocking.ts";
import { vaultError } from "./vaultError.ts";
import type { Shelf, VaultRow } from "./vaultRow.ts";
import { createVaultSession, type VaultSession } from "./vaultSession.ts";
import { unwrapWithPassphrase } from "./wraps.ts";

export type { OpenedByPin, RecoveryUnlocked, Shelf, Unlocked, VaultRow, VaultSession, VaultState };

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
  /** With the code of this device's own sheet, or of its agency's: it tells which, since each use is to be logged. */
  unlockWithRecovery(identity: string): Promise<RecoveryUnlocked>;
  /** `prf` asks the person. It may take its time, or never answer: everything else goes on meanwhile. */
  unlockWithPasskey(prf: Prf): Promise<PasskeyUnlocked>;
  hasPasskey(): Promise<boolean>;
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
  /** Wraps the vault key anew; the data and the other wraps stay as they are. All of these need every family open. */
  changePassphrase(words: readonly string[]): Promise<void>;
  changePin(pin: string): Promise<void>;
  /** A new sheet; the old one opens nothing any more. */
  renewRecovery(): Promise<{ readonly recoveryIdentity: string }>;
  /**
   * From now on the agency's recovery key opens this device too, and no earlier one does; undefined: none does. The
   * recipient is the one that the agency's root has named. Does nothing where it is this one already.
   */
  setAgencyRecovery(recipient: string | undefined): Promise<void>;
  /** A passkey as second way in. It is asked once more, and kept only where it gives the same again. */
  addPasskey(made: MadePasskey, prf: Prf): Promise<PasskeyAdded>;
  removePasskey(): Promise<void>;
  /**
   * Gives this device another id and signing key, and keeps those before as `formerDevices`. Sessions from before sign
   * nothing any more. Gives the new id.
   */
  renewDevice(): Promise<string>;
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

/** Loaded where a way in is made anew: no first screen waits for it. */
const rewraps = () => import("./rewraps.ts");

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
    unlockWithRecovery: (identity) => unlockByRecovery(parts, identity),
    unlockWithPasskey: (prf) => unlockByPasskey(parts, prf),
    hasPasskey: async () => (await shelf.read())?.passkey !== undefined,
    unlockWithPin: (pin) => openByPin(parts, pin),
    softLock: ({ keep } = {}) => softLock(parts, keep),
    enterTogether: (caseId) => enterTogether(parts, caseId),
    leaveTogether: (pin) => openByPin(parts, pin),
    touch,
    lock: memory.lock,
    changePassphrase: async (words) => (await rewraps()).changePassphrase(parts, words),
    changePin: async (pin) => (await rewraps()).changePin(parts, pin),
    renewRecovery: async () => (await rewraps()).renewRecovery(parts),
    setAgencyRecovery: async (recipient) => (await rewraps()).setAgencyRecovery(parts, recipient),
    addPasskey: (made, prf) => addPasskey(parts, made, prf),
    removePasskey: async () => (await rewraps()).removePasskey(parts),
    renewDevice: () => renewDevice(parts),
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
    // Made once in a tablet's life: no first screen waits for it either.
    const { makeVault } = await import("./newVault.ts");
    const { row, vaultKey, secrets, recoveryIdentity } = await makeVault(vault, cost, random);
    await shelf.write(row);
    await takeHold(parts, vaultKey, secrets, stillWanted);
    return { recoveryIdentity };
  });
}
