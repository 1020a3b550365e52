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
  if (hasWorld() && currentWorld().kind === "own") void keepLanguage(language).catch(() => undefined);
}

async function keepLanguage(language: string): Promise<void> {
  const { database } = currentWorld();
  await persist(database, () => database.vault.put({ id: "language", row: language }));
}

/** Once the database is open: what the browser has forgotten. */
export async function recallLanguage(): Promise<void> {
  if (rememberedLanguage() !== undefined) return;
  const { database } = currentWorld();
  const kept = (await persist(database, () => database.vault.get("language")))?.row;
  const known = workerLanguages.find(({ code }) => code === kept)?.code;
  if (known === undefined) return;
  rememberLanguage(known);
  appStore.setState({ language: known });
}
