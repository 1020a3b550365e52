import { openFamily } from "../commands/family.ts";
import { type CaseId, recordIdFrom } from "../domain/ids.ts";
import { currentWorld } from "./current.ts";
import { firstSettings, type Profile, type Settings } from "./profile.ts";
import { appStore } from "./state.ts";
import { random } from "./world.ts";

const set = appStore.setState;
const get = appStore.getState;

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const session = currentWorld().vault.session();
  const profile = session?.profile() as Profile | undefined;
  if (!session || !profile) return;
  const settings = { ...firstSettings, ...profile.settings, ...change };
  await session.setProfile({ ...profile, settings });
  set({ settings });
}

/** "Nieuw gezin": its key is kept before its first entry is written. */
export async function newFamily(name: string): Promise<CaseId> {
  const { vault, door } = currentWorld();
  const caseId = recordIdFrom(random(16)) as string as CaseId;
  await vault.session()?.addCase(caseId);
  const outcome = await door.run(caseId, openFamily, { name });
  if (!outcome.ok) throw new Error(outcome.refused);
  if (get().world === "own") void askForPersistence();
  await listFamilies();
  return caseId;
}

async function askForPersistence(): Promise<void> {
  const granted = (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false;
  set({ persistence: granted ? "granted" : "refused" });
}

/** The cards of all families whose keys are at hand. A family without entries yet is not shown. */
export async function listFamilies(): Promise<void> {
  const { vault, journal } = currentWorld();
  const ids = (vault.session()?.cases() ?? []) as CaseId[];
  const families = await Promise.all(ids.map(async (id) => ({ id, card: await journal.card(id) })));
  set({ families: families.filter(({ card }) => card.name !== "") });
}

/** Opens a case file with its drafts, for the screens. */
export async function openCase(caseId: CaseId): Promise<void> {
  const { journal } = currentWorld();
  const file = await journal.open(caseId);
  const drafts = await journal.drafts(caseId);
  set((state) => ({
    files: new Map(state.files).set(caseId, file),
    drafts: new Map(state.drafts).set(caseId, drafts),
  }));
}
