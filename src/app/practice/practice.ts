import { type CaseId, recordIdFrom } from "../../domain/ids.ts";
import { removeDatabase } from "../../store/database.ts";
import { changeWorld, closeWorld } from "../current.ts";
import { listFamilies } from "../families.ts";
import { afterUnlock } from "../lock.ts";
import { practicePin } from "../practicePin.ts";
import { firstSettings, type Profile } from "../profile.ts";
import { random } from "../random.ts";
import { appStore, emptied } from "../state.ts";
import { databaseName } from "../world.ts";
import type { Words } from "./cast.ts";
import { tellPracticeStory } from "./story.ts";

const set = appStore.setState;

/** Opens the practice world afresh. Its key lives in this page: what an earlier visit left can't be opened and goes. */
export async function openPractice(words: Words): Promise<CaseId> {
  closeWorld();
  await removeDatabase(databaseName("practice"));
  const world = changeWorld("practice");
  await world.vault.load();
  const profile: Profile = {
    worker: { id: recordIdFrom(random(16)), name: "Marit" },
    settings: { ...firstSettings, scopeRead: true, sheetKept: true },
  };
  await world.vault.create({ words: [recordIdFrom(random(16))], pin: practicePin, profile });
  const caseId = recordIdFrom(random(16)) as string as CaseId;
  await world.vault.session()?.addCase(caseId);
  await tellPracticeStory(world, caseId, profile.worker, words, new Date());
  // The story has clocks of its own: what the corner says is when it was stored here.
  set({ ...emptied, world: "practice", handed: undefined, savedAt: Date.now() });
  await afterUnlock();
  await listFamilies();
  return caseId;
}
