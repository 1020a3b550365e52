import { recordIdFrom } from "../domain/ids.ts";
import { closeWorld, currentWorld } from "./current.ts";
import { createLiveTab, type LiveTab } from "./liveTab.ts";
import { afterUnlock, lock } from "./lock.ts";
import { forgetKept, markKept, rememberedLanguage, wasHidden } from "./marks.ts";
import { openOwnWorld, removePracticeLeftovers } from "./ownWorld.ts";
import { firstSettings, type Profile } from "./profile.ts";
import { random } from "./random.ts";
import { isSecureOrigin } from "./secureOrigin.ts";
import { appStore } from "./state.ts";

let liveTab: LiveTab | undefined;

const set = appStore.setState;
const get = appStore.getState;

/** Opens the app: decides between welcome, unlock, "data is missing" and what stands in the way. */
export async function start(): Promise<void> {
  set({ language: rememberedLanguage() ?? get().language, hidden: wasHidden() });
  if (!isSecureOrigin()) return set({ phase: "insecure" });
  if (!("locks" in navigator)) return set({ phase: "tooOld" });
  liveTab = createLiveTab(letGo);
  if (!(await liveTab.acquire())) return set({ phase: "elsewhere" });
  await openOwnWorld();
  await removePracticeLeftovers();
}

/** "Hier verdergaan": the other tab is locked first. */
export async function takeOver(): Promise<void> {
  await liveTab?.takeOver();
  await openOwnWorld();
}

async function letGo(): Promise<void> {
  await lock();
  closeWorld();
  set({ phase: "elsewhere" });
}

export type SetUp = { readonly words: readonly string[]; readonly pin: string; readonly workerName: string };

/**
 * Makes the vault and opens it. The recovery sheet is made after this, by `newRecoverySheet`, so that there is one way
 * to it, also for who stopped half-way.
 */
export async function setUp({ words, pin, workerName }: SetUp): Promise<void> {
  const profile: Profile = {
    worker: { id: recordIdFrom(random(16)), name: workerName.trim() },
    settings: firstSettings,
  };
  await currentWorld().vault.create({ words, pin, profile });
  markKept();
  await afterUnlock();
}

/** The data is gone, and the worker has said twice to go on without it. Nothing is deleted by this. */
export function startAnew(): void {
  forgetKept();
  set({ phase: "first" });
}
