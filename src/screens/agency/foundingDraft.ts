import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Founding } from "../../app/agency/founding.ts";

/**
 * How far the beginning of an agency has come. Beside the screen rather than in it, so that "Verberg" half-way does not
 * make a sheet worthless that somebody has just written down. In memory only; there is nothing yet that its code opens.
 */
type Draft = {
  readonly step: "what" | "sheet";
  readonly name: string;
  readonly founding: Founding | undefined;
};

const empty: Draft = { step: "what", name: "", founding: undefined };

const draft = createStore<Draft>(() => empty);

export const useFoundingDraft = (): Draft => useStore(draft);
export const changeFoundingDraft = (change: Partial<Draft>): void => draft.setState(change);
export const forgetFoundingDraft = (): void => draft.setState(empty);
