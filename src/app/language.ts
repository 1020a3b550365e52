import { rememberLanguage } from "./marks.ts";
import { appStore } from "./state.ts";

/** The language of the worker's screens; it is known again before anything is unlocked. */
export function chooseLanguage(language: string): void {
  rememberLanguage(language);
  appStore.setState({ language });
}
