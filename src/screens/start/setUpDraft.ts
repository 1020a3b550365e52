import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/**
 * How far setting up has come. Beside the screen rather than in it, so that "Verberg" half-way does not throw the words
 * away that somebody has just written down. In memory only; there is nothing yet that these words open.
 */
export type SetUpStep = "language" | "way" | "practice" | "name" | "words" | "pin";

type Draft = {
  readonly step: SetUpStep;
  readonly name: string;
  readonly words: readonly string[] | undefined;
};

const empty: Draft = { step: "language", name: "", words: undefined };

const draft = createStore<Draft>(() => empty);

export const useSetUpDraft = (): Draft => useStore(draft);
export const changeSetUpDraft = (change: Partial<Draft>): void => draft.setState(change);
export const forgetSetUpDraft = (): void => draft.setState(empty);
