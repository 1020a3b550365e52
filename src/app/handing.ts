import type { TogetherPlace } from "../domain/handing.ts";
import { currentWorld } from "./current.ts";
import { openCase } from "./families.ts";
import { keepHanded } from "./interrupted.ts";
import { firstSettings } from "./profile.ts";
import { appStore, emptied, type Handed } from "./state.ts";

const set = appStore.setState;
const get = appStore.getState;

/** Hands the tablet over: from here only this case's keys are left, and only its file. */
export async function handOver(handed: Handed): Promise<void> {
  const { vault, journal } = currentWorld();
  if (!get().files.has(handed.case)) await openCase(handed.case);
  await vault.enterTogether(handed.case);
  journal.forget(handed.case);
  const own = get().files.get(handed.case);
  const drafts = get().drafts.get(handed.case);
  const { idleMinutes, tableMinutes, pinMinutes } = get().settings ?? firstSettings;
  set({
    ...emptied,
    worker: get().worker,
    // When the tablet locks stays as the worker chose it; the numbers of colleagues are nobody's business here.
    settings: { ...firstSettings, idleMinutes, tableMinutes, pinMinutes },
    files: own ? new Map([[handed.case, own]]) : new Map(),
    drafts: drafts ? new Map([[handed.case, drafts]]) : new Map(),
    phase: "together",
    handed,
    scope: handed.case,
  });
  void keepHanded(handed);
}

function goOn(handed: Handed): void {
  set({ handed });
  void keepHanded(handed);
}

/** Where this person is: a hide, and a browser that was killed, come back to the same question. */
export function keepPlace(at: TogetherPlace): void {
  const { handed } = get();
  if (handed) goOn({ ...handed, at });
}

/** The next person takes the tablet; what the one before answered is out of reach. */
export function passOn(): void {
  const { handed } = get();
  if (handed?.next) goOn(handed.next);
}
