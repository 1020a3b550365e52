import { createDoor, type Door, type Mode } from "../commands/door.ts";
import type { RecordId } from "../domain/ids.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { createJournal, type Journal } from "../store/journal.ts";
import type { JournalEvent } from "../store/journalEvent.ts";
import { createVault, type Vault } from "../vault/vault.ts";
import { pinMillis } from "./pinMillis.ts";
import type { Profile, WorldKind } from "./profile.ts";
import { random } from "./random.ts";
import { createShelf, memoryShelf } from "./shelf.ts";

/** A database, with the vault that opens it, and the one way to write in it. */
export type World = {
  readonly kind: WorldKind;
  readonly database: Database;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly door: Door;
  close(): void;
};

const names: { readonly [K in WorldKind]: string } = { own: "keukentafel", practice: "keukentafel-oefenen" };

export const databaseName = (kind: WorldKind): string => names[kind];

/** Milliseconds since 1970 and minutes east of UTC, as this device has them: evidence, never an order. */
export const now = (): { readonly wall: number; readonly zone: number } => ({
  wall: Date.now(),
  zone: -new Date().getTimezoneOffset(),
});

export type WorldNeeds = {
  readonly mode: () => Mode;
  readonly onEvent: (event: JournalEvent) => void;
  /** Whose device it is, as an agency says: see `JournalKeys`. */
  readonly memberOf: (device: string) => string | undefined;
};

export function openWorld(kind: WorldKind, { mode, onEvent, memberOf }: WorldNeeds): World {
  const database = openDatabase(names[kind], "strict");
  const caches = openDatabase(names[kind], "relaxed");
  const shelf = kind === "own" ? createShelf(database) : memoryShelf();
  const vault = createVault({
    shelf,
    random,
    clock: () => Date.now(),
    copyMillis: pinMillis,
  });
  const keys = () => {
    const session = vault.session();
    return session && { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes), memberOf };
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
