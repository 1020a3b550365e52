import type { CaseId } from "../domain/ids.ts";
import { openVisitOf } from "../domain/visit.ts";
import { currentWorld, hasWorld } from "./current.ts";
import { handOver } from "./handing.ts";
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

/** First the drafts and caches, then the keys. A draft that can't be stored does not keep the door open. */
async function putAway(): Promise<void> {
  const { journal } = currentWorld();
  await Promise.allSettled([...beforeLock].map((store) => store()));
  await journal.settled();
  await journal.writeCaches().catch(() => undefined);
}

/** Full lock: only the passphrase opens again. */
export async function lock(): Promise<void> {
  if (!hasWorld() || get().phase === "locked") return;
  const world = currentWorld();
  await putAway();
  world.vault.lock();
  world.journal.forget();
  set({ ...emptied, phase: world.kind === "own" ? "locked" : "first", scope: "all", handed: undefined });
}

/** The family of the open visit, which the PIN brings back after a soft lock. */
function keptCase(): CaseId | undefined {
  const { files, handed } = get();
  if (handed) return handed.case;
  for (const [caseId, file] of files) if (openVisitOf(file)) return caseId;
  return undefined;
}

/** Soft lock: drops every key; the PIN brings the family of an open visit back, the passphrase everything. */
export async function softLock(): Promise<void> {
  const { phase } = get();
  if (!hasWorld() || (phase !== "open" && phase !== "together")) return;
  const world = currentWorld();
  const keep = keptCase();
  await putAway();
  await world.vault.softLock(keep ? { keep } : {});
  world.journal.forget();
  set({ ...emptied, phase: world.vault.state() === "soft" ? "soft" : "locked" });
}

/** "Verberg": the dull page at once, then the lock. */
export async function hide(): Promise<void> {
  set({ hidden: true });
  await softLock();
}

export const unhide = (): void => set({ hidden: false });

type Unlocked =
  | { readonly ok: true }
  | { readonly ok: false; readonly waitMillis?: number; readonly gone?: boolean };

/** After any way in: whose app this is, and the state in which it was left. */
export async function afterUnlock(): Promise<void> {
  const { vault } = currentWorld();
  const session = vault.session();
  const profile = session?.profile() as Profile | undefined;
  const { handed } = get();
  set({
    scope: vault.scope() as CaseId | "all",
    worker: profile?.worker,
    settings: { ...firstSettings, ...profile?.settings },
    hidden: false,
  });
  if (handed && vault.state() === "open") await handOver(handed);
  else set({ phase: "open" });
}

export async function unlock(passphrase: string): Promise<Unlocked> {
  const result = await currentWorld().vault.unlock(passphrase);
  if (!result.ok) return { ok: false, waitMillis: result.waitMillis };
  await afterUnlock();
  return { ok: true };
}

export async function unlockWithRecovery(identity: string): Promise<Unlocked> {
  const result = await currentWorld().vault.unlockWithRecovery(identity);
  if (!result.ok) return { ok: false, waitMillis: result.waitMillis };
  await afterUnlock();
  return { ok: true };
}

/** PIN after a soft lock. `gone`: the copy in memory is no more, and the passphrase is needed. */
export async function unlockWithPin(pin: string): Promise<Unlocked> {
  const { vault, kind } = currentWorld();
  const result = await vault.unlockWithPin(pin);
  if (!result.ok) {
    if (result.reason === "gone") set({ phase: kind === "own" ? "locked" : "first", handed: undefined });
    return { ok: false, gone: result.reason === "gone" };
  }
  await afterUnlock();
  return { ok: true };
}

/** The worker takes the tablet back with the PIN; with the passphrase everything comes back. */
export async function takeBack(
  secret: { readonly pin: string } | { readonly passphrase: string },
): Promise<Unlocked> {
  const { vault } = currentWorld();
  const handed = get().handed;
  set({ handed: undefined });
  if ("passphrase" in secret) {
    const opened = await unlock(secret.passphrase);
    if (!opened.ok) set({ handed });
    return opened;
  }
  const result = await vault.leaveTogether(secret.pin);
  if (!result.ok) {
    if (result.reason === "gone") await lock();
    else set({ handed });
    return { ok: false, gone: result.reason === "gone" };
  }
  await afterUnlock();
  return { ok: true };
}
