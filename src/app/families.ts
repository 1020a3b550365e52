import { openFamily } from "../commands/family.ts";
import { type CaseId, recordIdFrom } from "../domain/ids.ts";
import { currentWorld } from "./current.ts";
import { firstSettings, type Profile, type Settings } from "./profile.ts";
import { random } from "./random.ts";
import { appStore } from "./state.ts";

const set = appStore.setState;
const get = appStore.getState;

/** Sealed in the vault. In practice the settings last as long as the page. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { vault, kind } = currentWorld();
  const session = vault.session();
  const profile = session?.profile() as Profile | undefined;
  if (!session || !profile) return;
  const settings = { ...firstSettings, ...profile.settings, ...get().settings, ...change };
  // At once: two fields of one setting may be left one right after the other, faster than the first is written.
  set({ settings });
  try {
    if (kind === "own") await session.setProfile({ ...profile, settings });
  } catch (error) {
    // What the vault holds, not what stood here before: that may be a change that was refused as well.
    const kept = vault.session()?.profile() as Profile | undefined;
    if (get().settings === settings) set({ settings: { ...firstSettings, ...kept?.settings } });
    throw error;
  }
}

/**
 * Stands for the family that is yet to be made, so that its half-typed name has a home: a draft like any other, sealed
 * under a key that the vault derives for this word, which no family has as its id.
 */
export const familyToBe = "new-family" as CaseId;

/** Brings a half-typed name back. It opens only where every family is open: with one alone nobody makes another. */
export async function openFamilyToBe(): Promise<void> {
  const found = await currentWorld().journal.drafts(familyToBe);
  if (get().phase === "open") set(({ drafts }) => ({ drafts: new Map(drafts).set(familyToBe, found) }));
}

/** "Nieuw gezin": its key is kept before its first entry is written, and its draft goes with that entry. */
export async function newFamily(name: string, clearsDraft?: string): Promise<CaseId> {
  const { vault, door } = currentWorld();
  const caseId = recordIdFrom(random(16)) as string as CaseId;
  await vault.session()?.addCase(caseId);
  const outcome = await door.run(caseId, openFamily, { name }, clearsDraft ? { clearsDraft } : {});
  if (!outcome.ok) throw new Error(outcome.refused);
  if (get().world === "own") void askForPersistence().catch(() => undefined);
  await listFamilies();
  return caseId;
}

/** Asked once there is something to lose; the answer is shown. Where it was granted before, nothing is said. */
async function askForPersistence(): Promise<void> {
  if (await navigator.storage?.persisted?.()) return set({ persistence: "granted" });
  const isGranted = (await navigator.storage?.persist?.()) ?? false;
  set({ persistence: isGranted ? "granted" : "refused", persistenceAnswered: true });
}

export const seenPersistence = (): void => set({ persistenceAnswered: false });

/**
 * Takes a family off this device, by the worker's explicit word. The entries go first: a key without entries harms
 * nobody, entries without a key could never be removed from the screen.
 */
export async function removeFamily(caseId: CaseId): Promise<void> {
  const { vault, journal } = currentWorld();
  await journal.removeCase(caseId);
  await vault.session()?.removeCase(caseId);
  const without = <T>(map: ReadonlyMap<CaseId, T>) => new Map([...map].filter(([id]) => id !== caseId));
  set(({ files, drafts }) => ({ files: without(files), drafts: without(drafts) }));
  await listFamilies();
}

/** The cards of all families whose keys are at hand. A family without entries yet is not shown. */
export async function listFamilies(): Promise<void> {
  const { vault, journal } = currentWorld();
  const ids = (vault.session()?.cases() ?? []) as CaseId[];
  const families = await Promise.all(ids.map(async (id) => ({ id, card: await journal.card(id) })));
  // A lock or a hand-over meanwhile: no family's name comes back into memory after it.
  if (get().phase === "open") set({ families: families.filter(({ card }) => card.name !== "") });
}

/** May this family's file be in memory now? Not after a lock, and in a family's hands only their own. */
function mayHold(caseId: CaseId): boolean {
  const { phase, handed } = get();
  return phase === "together" ? handed?.case === caseId : phase === "open";
}

/** Opens a case file with its drafts, for the screens. */
export async function openCase(caseId: CaseId): Promise<void> {
  const { journal } = currentWorld();
  const file = await journal.open(caseId);
  const drafts = await journal.drafts(caseId);
  if (!mayHold(caseId)) return;
  set((state) => ({
    files: new Map(state.files).set(caseId, file),
    drafts: new Map(state.drafts).set(caseId, drafts),
  }));
}
