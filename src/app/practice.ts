import { type CaseId, recordIdFrom } from "../domain/ids.ts";
import { removeDatabase } from "../store/database.ts";
import { changeWorld, closeWorld } from "./current.ts";
import { listFamilies } from "./families.ts";
import { afterUnlock } from "./lock.ts";
import { firstSettings, type Profile } from "./profile.ts";
import { openOwnWorld } from "./start.ts";
import { appStore, emptied } from "./state.ts";
import { databaseName, random, type World } from "./world.ts";

const set = appStore.setState;

/** Opens the practice world afresh. Its key lives in this page: what an earlier visit left can't be opened and goes. */
export async function openPractice(fill: (world: World, caseId: CaseId) => Promise<void>): Promise<CaseId> {
  closeWorld();
  await removeDatabase(databaseName("practice"));
  const world = changeWorld("practice");
  await world.vault.load();
  const profile: Profile = {
    worker: { id: recordIdFrom(random(16)), name: "Marit" },
    settings: firstSettings,
  };
  await world.vault.create({ words: [recordIdFrom(random(16))], pin: practicePin, profile });
  const caseId = recordIdFrom(random(16)) as string as CaseId;
  await world.vault.session()?.addCase(caseId);
  await fill(world, caseId);
  set({ ...emptied, world: "practice", handed: undefined });
  await afterUnlock();
  await listFamilies();
  return caseId;
}

/** Shown wherever the practice family asks for it. */
export const practicePin = "123456";

/** Leaves the practice family and removes it; the worker's own world is as it was: locked. */
export async function leavePractice(): Promise<void> {
  closeWorld();
  await removeDatabase(databaseName("practice"));
  set({ ...emptied, handed: undefined, scope: "all" });
  await openOwnWorld();
}
