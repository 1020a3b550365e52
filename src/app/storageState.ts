import { persist } from "../store/persist.ts";
import { type ProblemKind, problemFrom } from "../store/problem.ts";
import { currentWorld } from "./current.ts";

export type StorageState = {
  /** Has the browser promised not to clear this by itself? Undefined where it does not say. */
  readonly persisted: boolean | undefined;
  /** In bytes, as the browser estimates them. */
  readonly usage: number | undefined;
  readonly quota: number | undefined;
  readonly database: "open" | ProblemKind;
};

/** Looks at the database itself, so that a dropped connection is seen here and not at the next word. */
export async function readStorageState(): Promise<StorageState> {
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return {
    persisted: await storage?.persisted?.().catch(() => undefined),
    usage: estimate?.usage,
    quota: estimate?.quota,
    database: await databaseState(),
  };
}

async function databaseState(): Promise<StorageState["database"]> {
  try {
    const { database } = currentWorld();
    await persist(database, () => database.entries.limit(1).primaryKeys());
    return "open";
  } catch (error) {
    return problemFrom(error).kind;
  }
}

/** Asks the browser to keep this. Some grant it only to an app that is installed. */
export const askToPersist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false;
