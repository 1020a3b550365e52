import type { CaseId } from "../domain/ids.ts";
import { openVisitOf } from "../domain/visit.ts";
import { type ProblemKind, problemFrom } from "../store/problem.ts";
import type { PasskeyUnlocked } from "../vault/passkey.ts";
import { isVaultError } from "../vault/vaultError.ts";
import { readRoster } from "./agency/watch.ts";
import { currentWorld, hasWorld } from "./current.ts";
import { handOver } from "./handing.ts";
import { forgetHanded } from "./interrupted.ts";
import { markHidden } from "./marks.ts";
import { leavePractice } from "./ownWorld.ts";
import { askPasskey } from "./passkey.ts";
import { firstSettings, type Profile } from "./profile.ts";
import { appStore, emptied } from "./state.ts";

const set = appStore.setState;
const get = appStore.getState;

/** What a screen must store before the keys go: half-typed words. Screens add themselves here. */
const beforeLock = new Set<() => Promise<void>>();

export function onBeforeLock(store: () => Promise<void>): () => void {
  beforeLock.add(store);
  return () => {
    beforeLock.delete(store);
  };
}

/**
 * First the drafts and caches, then the keys. The screen is covered before anything is waited for, so that a tablet
 * that wakes up paints nothing of a family. A draft that can't be stored does not keep the door open.
 */
async function putAway(): Promise<void> {
  const { journal } = currentWorld();
  set({ covered: true, lockingIn: undefined });
  await Promise.allSettled([...beforeLock].map((store) => store()));
  await journal.settled();
  await journal.writeCaches().catch(() => undefined);
}

/** Full lock: only the passphrase opens again. The practice family has none: it goes. */
export async function lock(): Promise<void> {
  const { phase } = get();
  if (!hasWorld() || (phase !== "open" && phase !== "together" && phase !== "soft")) return;
  const world = currentWorld();
  await putAway();
  world.vault.lock();
  world.journal.forget();
  if (world.kind === "practice") return leavePractice();
  set({ ...emptied, phase: "locked", scope: "all", handed: undefined, covered: false });
}

/** The family of the open visit, which the PIN brings back after a soft lock; in practice there is but one. */
function keptCase(): CaseId | undefined {
  const { files, handed, world } = get();
  if (handed) return handed.case;
  for (const [caseId, file] of files) if (openVisitOf(file)) return caseId;
  return world === "practice"
    ? (currentWorld().vault.session()?.cases()[0] as CaseId | undefined)
    : undefined;
}

/** Soft lock: drops every key; the PIN brings the family of an open visit back, the passphrase everything. */
export async function softLock(): Promise<void> {
  const { phase } = get();
  if (!hasWorld() || (phase !== "open" && phase !== "together")) return;
  const world = currentWorld();
  const keep = keptCase();
  await putAway();
  await world.vault.softLock(keep ? { keep } : {}).catch(() => world.vault.lock());
  world.journal.forget();
  const isSoft = world.vault.state() === "soft";
  if (!isSoft && world.kind === "practice") return leavePractice();
  set({ ...emptied, phase: isSoft ? "soft" : "locked", covered: false });
}

/** "Verberg": the dull page at once, then the lock. */
export async function hide(): Promise<void> {
  markHidden(true);
  set({ hidden: true });
  await softLock();
}

export function unhide(): void {
  markHidden(false);
  set({ hidden: false });
}

/**
 * `reason`: "wait" where the pause after earlier tries was not over, and this one was not judged. `waitMillis`: the
 * pause before another try. `left`: tries of the PIN that remain. `gone`: the PIN opens nothing any more. `problem`: it
 * could not be tried. `passkey`: why it did not open; the passphrase does.
 */
export type Unlocked =
  | { readonly ok: true; readonly by?: "sheet" | "agency" }
  | {
      readonly ok: false;
      readonly reason?: "wrong" | "wait";
      readonly waitMillis?: number;
      readonly left?: number;
      readonly gone?: boolean;
      readonly problem?: ProblemKind;
      readonly passkey?: Exclude<PasskeyUnlocked, { readonly ok: true }>["reason"];
    };

/** After any way in: whose app this is, and the state in which it was left. */
export async function afterUnlock({ takenBack = false } = {}): Promise<void> {
  const { vault, kind } = currentWorld();
  const session = vault.session();
  const profile = session?.profile() as Profile | undefined;
  const before = get().handed;
  const handed = takenBack ? undefined : before;
  // Taken back by the worker's own hand: there is nothing to go on with.
  if (takenBack && before) await forgetHanded(before.case);
  // Where that can't be read now, the exchange reads it with its first round.
  await readRoster().catch(() => undefined);
  markHidden(false);
  set({
    scope: kind === "practice" ? "all" : (vault.scope() as CaseId | "all"),
    worker: profile?.worker,
    settings: { ...firstSettings, ...profile?.settings },
    hidden: false,
  });
  if (handed && vault.state() === "open") await handOver(handed);
  else set({ phase: "open", handed: undefined });
}

/** What the vault could not even try, as a problem with its words. */
export const vaultProblem = (error: unknown): ProblemKind =>
  isVaultError(error, "newer-vault") ? "newer" : problemFrom(error).kind;

type Secret = { readonly passphrase: string } | { readonly identity: string };

async function tryFull(secret: Secret): Promise<Unlocked> {
  const { vault } = currentWorld();
  try {
    return await ("passphrase" in secret
      ? vault.unlock(secret.passphrase)
      : vault.unlockWithRecovery(secret.identity));
  } catch (error) {
    return { ok: false, problem: vaultProblem(error) };
  }
}

async function tryPin(pin: string): Promise<Unlocked> {
  const { vault } = currentWorld();
  const result = await vault.unlockWithPin(pin);
  if (result.ok) return result;
  return result.reason === "gone" ? { ok: false, gone: true } : { ok: false, left: result.left };
}

async function openFully(secret: Secret): Promise<Unlocked> {
  const result = await tryFull(secret);
  if (result.ok) await afterUnlock();
  return result;
}

export const unlock = (passphrase: string): Promise<Unlocked> => openFully({ passphrase });

export async function unlockWithRecovery(identity: string): Promise<Unlocked> {
  const result = await tryFull({ identity });
  if (!result.ok) return result;
  set({ recovered: true });
  await afterUnlock();
  // The agency's own sheet: each use of it is for all administrators to see.
  if (result.by === "agency") {
    const { logDeviceOpened } = await import("./agency/recovering.ts");
    await logDeviceOpened(identity).catch(() => undefined);
  }
  return result;
}

export async function unlockWithPasskey(): Promise<Unlocked> {
  try {
    const result = await currentWorld().vault.unlockWithPasskey(askPasskey);
    if (!result.ok) return { ok: false, passkey: result.reason };
  } catch (error) {
    return { ok: false, problem: vaultProblem(error) };
  }
  await afterUnlock();
  return { ok: true };
}

/** Is this the passphrase? Asked before a secret is changed on a tablet that lies open. */
export const confirmPassphrase = (passphrase: string): Promise<Unlocked> => tryFull({ passphrase });

/** PIN after a soft lock. `gone`: the copy in memory is no more, and the passphrase is needed. */
export async function unlockWithPin(pin: string): Promise<Unlocked> {
  const result = await tryPin(pin);
  if (result.ok) await afterUnlock();
  else if (result.gone) await lock();
  return result;
}

/** The worker takes the tablet back with the PIN; with the passphrase everything comes back. */
export async function takeBack(
  secret: { readonly pin: string } | { readonly passphrase: string },
): Promise<Unlocked> {
  const result = await ("pin" in secret ? tryPin(secret.pin) : tryFull(secret));
  if (result.ok) await afterUnlock({ takenBack: true });
  else if (result.gone) await lock();
  return result;
}
