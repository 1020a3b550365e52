import { createDoor, type Door, type Mode } from "../commands/door.ts";
import type { RecordId } from "../domain/ids.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { createJournal, type Journal, type JournalEvent } from "../store/journal.ts";
import { createVault, type Vault } from "../vault/vault.ts";
import { createShelf, memoryShelf } from "./shelf.ts";

/**
 * A world is a database with the vault that opens it. There are two: the worker's own, and the practice family's,
 * which is never exchanged and whose key lives in the page only.
 */
export type WorldKind = "own" | "practice";

export type World = {
  readonly kind: WorldKind;
  readonly database: Database;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly door: Door;
  close(): void;
};

export type Profile = {
  readonly worker: { readonly id: RecordId; readonly name: string };
  readonly settings: Settings;
};

/** What a worker sets once. Minutes are whole numbers. */
export type Settings = {
  readonly idleMinutes: number;
  readonly tableMinutes: number;
  readonly pinMinutes: number;
  /** The colleague on call and own numbers, shown beside 112 and Veilig Thuis. */
  readonly onCall: { readonly name: string; readonly number: string };
  readonly scopeRead: boolean;
};

export const firstSettings: Settings = {
  idleMinutes: 5,
  tableMinutes: 20,
  pinMinutes: 90,
  onCall: { name: "", number: "" },
  scopeRead: false,
};

const names: { readonly [K in WorldKind]: string } = { own: "keukentafel", practice: "keukentafel-oefenen" };

export const databaseName = (kind: WorldKind): string => names[kind];

/** Random bytes of the browser. */
export const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** Milliseconds since 1970 and minutes east of UTC, as this device has them: evidence, never an order. */
export const now = (): { readonly wall: number; readonly zone: number } => ({
  wall: Date.now(),
  zone: -new Date().getTimezoneOffset(),
});

export type WorldNeeds = {
  readonly mode: () => Mode;
  readonly onEvent: (event: JournalEvent) => void;
};

export function openWorld(kind: WorldKind, { mode, onEvent }: WorldNeeds): World {
  const database = openDatabase(names[kind], "strict");
  const caches = openDatabase(names[kind], "relaxed");
  const shelf = kind === "own" ? createShelf(database) : memoryShelf();
  const vault = createVault({ shelf, random, clock: () => Date.now() });
  const keys = () => {
    const session = vault.session();
    return session && { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
  };
  const journal = createJournal({ database, caches, keys, onEvent });
  const author = () => {
    const profile = vault.session()?.profile() as Profile | undefined;
    return profile?.worker ?? { id: "" as RecordId, name: "" };
  };
  const door = createDoor({ journal, author, now, random, mode });
  const close = (): void => {
    database.close();
    caches.close();
  };
  return { kind, database, vault, journal, door, close };
}
