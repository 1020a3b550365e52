import { chainAfter } from "../protocol/runningHash.ts";
import type { EntryRow } from "./database.ts";

/** How far a case has arrived on this disk: so many entries, with this running hash. */
export type Reach = { readonly arrived: number; readonly chain: string };

/** With the id of the last of them. */
export type Last = Reach & { readonly id: string };

export const nothingYet: Last = { arrived: 0, chain: "", id: "" };

/** What is reached once an entry arrives right after the one before. */
export const afterNext = (before: Reach, id: string): Last => ({
  arrived: before.arrived + 1,
  chain: chainAfter(before.chain, id),
  id,
});

/** Is this the arrival of that entry right after the one before, with nothing in between? */
export const isNext = (before: Reach, last: Reach, id: string): boolean =>
  last.arrived === before.arrived + 1 && last.chain === chainAfter(before.chain, id);

/** A row that has not arrived yet. */
export type NewRow = Omit<EntryRow, "arrived" | "chain">;

/**
 * Where an entry of this device goes: after its own one before, and after the last arrival that this page knows of. `forged`:
 * what stands under its name and is passed over; a tab of an older version does not say it.
 */
export type Behind = { readonly prev: string; readonly last: Last; readonly forged?: readonly string[] };

/** An entry of this device on its way to the disk. The draft that it came from goes with it. */
export type OwnEntry = {
  readonly row: NewRow;
  readonly behind: Behind;
  readonly draftKey: string | undefined;
  /** Says anew what this entry said, which was kept apart after a fork and now counts for good no longer. */
  readonly insteadOf?: string;
};
