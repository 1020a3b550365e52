import { recordIdFrom } from "../domain/ids.ts";
import { problemFrom } from "../store/problem.ts";
import { changeWorld, closeWorld, currentWorld } from "./current.ts";
import { createLiveTab, type LiveTab } from "./liveTab.ts";
import { afterUnlock, lock } from "./lock.ts";
import { markKept, onceKept, rememberedLanguage } from "./marks.ts";
import { firstSettings, type Profile } from "./profile.ts";
import { isSecureOrigin } from "./secureOrigin.ts";
import { appStore } from "./state.ts";
import { random } from "./world.ts";

let liveTab: LiveTab | undefined;

const set = appStore.setState;
const get = appStore.getState;

/** Opens the app: decides between welcome, unlock, "data is missing" and what stands in the way. */
export async function start(): Promise<void> {
  set({ language: rememberedLanguage() ?? get().language });
  if (!isSecureOrigin()) return set({ phase: "insecure" });
  liveTab = createLiveTab(letGo);
  if (!(await liveTab.acquire())) return set({ phase: "elsewhere" });
  await openOwnWorld();
}

/** "Hier verdergaan": the other tab is locked first. */
export async function takeOver(): Promise<void> {
  await liveTab?.takeOver();
  await openOwnWorld();
}

export async function openOwnWorld(): Promise<void> {
  try {
    const world = changeWorld("own");
    await world.database.open();
    const state = await world.vault.load();
    set({ world: "own", phase: state === "none" ? (onceKept() ? "missing" : "first") : "locked" });
  } catch (error) {
    set({ phase: "broken", problem: problemFrom(error).kind });
  }
}

async function letGo(): Promise<void> {
  await lock();
  closeWorld();
  set({ phase: "elsewhere" });
}

export type SetUp = { readonly words: readonly string[]; readonly pin: string; readonly workerName: string };

/** Makes the vault. The recovery identity is shown once by the caller and kept nowhere. */
export async function setUp({ words, pin, workerName }: SetUp): Promise<{ recoveryIdentity: string }> {
  const profile: Profile = {
    worker: { id: recordIdFrom(random(16)), name: workerName.trim() },
    settings: firstSettings,
  };
  const made = await currentWorld().vault.create({ words, pin, profile });
  markKept();
  return made;
}

export const finishSetUp = afterUnlock;
