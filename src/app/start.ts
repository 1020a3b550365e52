import { recordIdFrom } from "../domain/ids.ts";
import type { Unstored } from "../store/journal.ts";
import { watchExchange } from "./agency/watch.ts";
import { closeWorld, currentWorld, hasWorld } from "./current.ts";
import { createLiveTab, type LiveTab } from "./liveTab.ts";
import { afterUnlock, lock } from "./lock.ts";
import { forgetKept, markKept, rememberedLanguage, wasHidden } from "./marks.ts";
import { leavePractice, openOwnWorld, removePracticeLeftovers } from "./ownWorld.ts";
import { firstSettings, type Profile } from "./profile.ts";
import { random } from "./random.ts";
import { isSecureOrigin } from "./secureOrigin.ts";
import { appStore, emptied } from "./state.ts";

let liveTab: LiveTab | undefined;

const set = appStore.setState;
const get = appStore.getState;

/** Opens the app: decides between welcome, unlock, "data is missing" and what stands in the way. */
export async function start(): Promise<void> {
  set({ language: rememberedLanguage() ?? get().language, hidden: wasHidden() });
  if (!isSecureOrigin()) return set({ phase: "insecure" });
  if (!("locks" in navigator)) return set({ phase: "tooOld" });
  appStore.subscribe(({ notSaved }, before) => {
    if (notSaved === "emptied" && before.notSaved !== "emptied") void leaveEmptied();
  });
  watchExchange();
  liveTab = createLiveTab({ onLost: letGo, onLeft: takeOn });
  if (!(await liveTab.acquire())) return set({ phase: "elsewhere" });
  await openOwnWorld();
  await removePracticeLeftovers();
}

/** The browser has emptied the database under the open page: what is left of it says that data is missing. */
async function leaveEmptied(): Promise<void> {
  if (!hasWorld()) return;
  const { kind, vault } = currentWorld();
  vault.lock();
  if (kind === "practice") return leavePractice();
  // The screens of a family go before the world that they ask.
  set({ ...emptied, phase: "locked", covered: true, handed: undefined, scope: "all", notSaved: undefined });
  await openOwnWorld();
}

/** "Hier verdergaan": the other tab is locked first. */
export async function takeOver(): Promise<void> {
  await liveTab?.takeOver();
  await openOwnWorld();
  for (const left of leftBefore.splice(0)) takeOn(left);
}

/** What the tab before could not store, where it came before the database was open here. */
const leftBefore: Unstored[] = [];

function takeOn(left: Unstored): void {
  if (left.drafts.length === 0 && left.entries.length === 0) return;
  if (get().phase === "elsewhere" || !hasWorld()) return void leftBefore.push(left);
  const { journal } = currentWorld();
  journal.takeOn(left);
  void journal.recover();
}

async function letGo(): Promise<Unstored> {
  await lock();
  const left = hasWorld() ? currentWorld().journal.unstored() : { entries: [], drafts: [] };
  closeWorld();
  set({ phase: "elsewhere" });
  return left;
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
