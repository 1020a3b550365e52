import { answerItem } from "../../src/commands/answer.ts";
import { createDoor, type Door, type Outcome } from "../../src/commands/door.ts";
import { type CaseId, familyRecord, type RecordId } from "../../src/domain/ids.ts";
import { alarmSignals } from "../../src/domain/instruments/alarmSignals.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { createJournal, type Journal, type JournalKeys } from "../../src/store/journal.ts";
import type { JournalEvent } from "../../src/store/journalEvent.ts";
import { createVault, type Vault, type VaultRow } from "../../src/vault/vault.ts";

/** The real parts of one device: vault, journal and door over a real database. Used in Node and in Chromium. */

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

export const family = "0f".repeat(16) as CaseId;
export const marit = { id: "marit" as RecordId, name: "Marit" };
export const runKey = { instrument: "alarm-signals", about: familyRecord, voice: marit.id };

export async function newVault(): Promise<Vault> {
  let row: VaultRow | undefined;
  const shelf = {
    read: async () => row,
    write: async (next: VaultRow) => {
      row = next;
    },
  };
  const vault = createVault({ shelf, random, clock: () => 0, argon: cheap });
  await vault.load();
  await vault.create({ words: ["een", "twee"], pin: "123456", profile: {} });
  await vault.session()?.addCase(family);
  return vault;
}

export function keysOf(vault: Vault): JournalKeys | undefined {
  const session = vault.session();
  return session && { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
}

export type Device = {
  readonly database: Database;
  readonly caches: Database;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly door: Door;
  readonly events: readonly JournalEvent[];
  /** Answers an alarm signal; throws where the journal does. */
  answer(item: string, value: string, clearsDraft?: string): Promise<Outcome>;
  close(): void;
};

/** Opens a device on what that database holds: a tablet that was switched on. */
export function openDevice(name: string, vault: Vault, memberOf?: JournalKeys["memberOf"]): Device {
  const database = openDatabase(name, "strict");
  const caches = openDatabase(name, "relaxed");
  const events: JournalEvent[] = [];
  const journal = createJournal({
    database,
    caches,
    keys: () => {
      const keys = keysOf(vault);
      return keys && memberOf ? { ...keys, memberOf } : keys;
    },
    onEvent: (one) => events.push(one),
  });
  const door = createDoor({
    journal,
    author: () => marit,
    now: () => ({ wall: 1_790_000_000_000, zone: 60 }),
    random,
    mode: () => ({ kind: "worker" }),
  });
  return {
    ...{ database, caches, vault, journal, door, events },
    answer: (item, value, clearsDraft) =>
      door.run(
        family,
        answerItem,
        { instrument: alarmSignals, key: runKey, item, value },
        clearsDraft === undefined ? {} : { clearsDraft },
      ),
    close: () => {
      database.close();
      caches.close();
    },
  };
}

/** Half-typed words, as a screen keeps them. */
export const draftOf = (text: string) =>
  ({ version: 1, record: "r", field: "f", voice: "v", heads: [], text, wall: 0 }) as const;
