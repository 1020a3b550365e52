import { removeDatabase } from "../store/database.ts";
import { problemFrom } from "../store/problem.ts";
import { changeWorld, closeWorld } from "./current.ts";
import { recallLanguage } from "./language.ts";
import { onceKept } from "./marks.ts";
import { appStore, emptied } from "./state.ts";
import { isTooOld } from "./tooOld.ts";
import { databaseName } from "./world.ts";

const set = appStore.setState;

/** Opens the worker's own database, and says where the app stands: welcome, locked, or what is in the way. */
export async function openOwnWorld(): Promise<void> {
  try {
    if (await isTooOld()) return set({ phase: "tooOld", covered: false });
    const world = changeWorld("own");
    await world.database.open();
    const state = await world.vault.load();
    await recallLanguage();
    const phase = state === "none" ? (onceKept() ? "missing" : "first") : "locked";
    set({ world: "own", phase, covered: false });
  } catch (error) {
    set({ phase: "broken", problem: problemFrom(error).kind, covered: false });
  }
}

/** Leaves the practice family and removes it; the worker's own world is as it was: locked, or not there yet. */
export async function leavePractice(): Promise<void> {
  closeWorld();
  set({ ...emptied, handed: undefined, scope: "all", savedAt: undefined, notSaved: undefined });
  await removePracticeLeftovers();
  await openOwnWorld();
}

/** What a practice family left behind can't be opened any more: its key was in a page that is closed. */
export const removePracticeLeftovers = (): Promise<void> =>
  removeDatabase(databaseName("practice")).catch(() => undefined);
