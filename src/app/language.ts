import { workerLanguages } from "../i18n/languages.ts";
import { persist } from "../store/persist.ts";
import { currentWorld, hasWorld } from "./current.ts";
import { rememberedLanguage, rememberLanguage } from "./marks.ts";
import { appStore } from "./state.ts";

/**
 * The language of the worker's screens; it is known again before anything is unlocked. What a browser remembers beside the
 * database it writes seconds later: a tablet whose battery is empty by then would speak another language.
 */
export function chooseLanguage(language: string): void {
  rememberLanguage(language);
  appStore.setState({ language });
  if (hasWorld() && currentWorld().kind === "own") void keepLanguage(language);
}

/** One that could not be kept is no more than that: the browser remembers it too, a little later. */
async function keepLanguage(language: string): Promise<void> {
  const { database } = currentWorld();
  await persist(database, () => database.vault.put({ id: "language", row: language })).catch(() => undefined);
}

/** Once the database is open: what the browser has forgotten; or what was chosen before there was a database to keep it in. */
export async function recallLanguage(): Promise<void> {
  const { database } = currentWorld();
  const asKept = async () => (await persist(database, () => database.vault.get("language")))?.row;
  const chosen = rememberedLanguage();
  if (chosen !== undefined) {
    // Nobody waits for this: the first screen stands already, in that language.
    void asKept().then(
      (kept) => (kept === chosen ? undefined : keepLanguage(chosen)),
      () => undefined,
    );
    return;
  }
  const kept = await asKept();
  const known = workerLanguages.find(({ code }) => code === kept)?.code;
  // Meanwhile one may have been chosen.
  if (known === undefined || rememberedLanguage() !== undefined) return;
  rememberLanguage(known);
  appStore.setState({ language: known });
}
