import type { CaseId } from "../domain/ids.ts";
import { currentWorld } from "./current.ts";
import { appStore, type ListedFamily } from "./state.ts";

/** What one family has on this device, for the page that says where everything is. */
export type KeptFamily = {
  readonly id: CaseId;
  readonly name: string;
  readonly entries: number;
  /** Half-typed words: sealed on this device, not yet part of the case file. */
  readonly drafts: number;
  /** Half-typed words that the disk has not taken yet: they are on the screen and nowhere else. */
  readonly draftsNotKept: number;
  /** Kept but not readable: why, and how often. */
  readonly putAside: readonly { readonly why: string; readonly count: number }[];
};

export async function keptFamily({ id, card }: ListedFamily): Promise<KeptFamily> {
  const { journal } = currentWorld();
  // Opening it is what finds entries that can't be read.
  await journal.open(id);
  const counts = new Map<string, number>();
  for (const { why } of journal.putAside(id)) counts.set(why, (counts.get(why) ?? 0) + 1);
  const waiting = appStore.getState().draftsNotKept;
  const drafts = [...(await journal.drafts(id)).keys()];
  const draftsNotKept = drafts.filter((key) => waiting.has(key)).length;
  return {
    id,
    name: card.name,
    entries: await journal.lastArrived(id),
    drafts: drafts.length - draftsNotKept,
    draftsNotKept,
    putAside: [...counts].map(([why, count]) => ({ why, count })),
  };
}
