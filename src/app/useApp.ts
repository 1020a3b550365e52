import { useStore } from "zustand";
import { type AppState, appStore } from "./state.ts";

/** What a screen reads of the app; it is drawn again when just that changes. */
export const useApp = <Selected>(select: (state: AppState) => Selected): Selected =>
  useStore(appStore, select);
