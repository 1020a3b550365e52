import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { answerItem } from "../../src/commands/answer.ts";
import { createDoor, type Door } from "../../src/commands/door.ts";
import { openFamily } from "../../src/commands/family.ts";
import { textAt, valueAt } from "../../src/domain/casefile.ts";
import { type CaseId, familyRecord, type RecordId, runId } from "../../src/domain/ids.ts";
import { alarmSignals } from "../../src/domain/instruments/alarmSignals.ts";
import { type Database, openDatabase, removeDatabase } from "../../src/store/database.ts";
import { createJournal, type Journal, type JournalKeys } from "../../src/store/journal.ts";
import type { JournalEvent } from "../../src/store/journalEvent.ts";
import { StoreProblem } from "../../src/store/problem.ts";
import { createVault, type Vault, type VaultRow } from "../../src/vault/vault.ts";

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const family = "0f".repeat(16) as CaseId;
const marit = "marit" as RecordId;
const key = { instrument: "alarm-signals", about: familyRecord, voice: marit };

let counter = 0;
let database: Database;
let vault: Vault;
let journal: Journal;
let door: Door;
let events: JournalEvent[];

async function freshVault(): Promise<Vault> {
  let row: VaultRow | undefined;
  const shelf = {
    read: async () => row,
    write: async (next: VaultRow) => {
      row = next;
    },
  };
  const made = createVault({ shelf, random, clock: () => 0, argon: cheap });
  await made.load();
  await made.create({ words: ["een", "twee"], pin: "123456", profile: {} });
  await made.session()?.addCase(family);
  return made;
}

function keysOf(of: Vault): JournalKeys | undefined {
  const session = of.session();
  return session && { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
}

function openJournal(on: Database, of: Vault): Journal {
  return createJournal({
    database: on,
    caches: on,
    keys: () => keysOf(of),
    onEvent: (one) => events.push(one),
  });
}

const doorOf = (of: Journal): Door =>
  createDoor({
    journal: of,
    author: () => ({ id: marit, name: "Marit" }),
    now: () => ({ wall: 1_790_000_000_000, zone: 60 }),
    random,
    mode: () => ({ kind: "worker" }),
  });

const answer = (item: string, value: string) =>
  door.run(family, answerItem, { instrument: alarmSignals, key, item, value });

beforeEach(async () => {
  counter += 1;
  events = [];
  database = openDatabase(`journal-${counter}`, "strict");
  vault = await freshVault();
  journal = openJournal(database, vault);
  door = doorOf(journal);
  return async () => {
    database.close();
    await removeDatabase(`journal-${counter}`);
  };
});

test("what was written is there again after the tablet was off, with and without a cache", async () => {
  await door.run(family, openFamily, { name: "Gezin Demir" });
  await answer("injury-not-accidental", "yes");
  await answer("injury-not-accidental", "unknown");
  const before = await journal.open(family);
  for (const withCache of [false, true]) {
    if (withCache) await journal.writeCaches();
    const again = openJournal(database, vault);
    const file = await again.open(family);
    expect(textAt(file, familyRecord, "name")).toBe("Gezin Demir");
    expect(valueAt(file, runId(family, key), "injury-not-accidental")).toBe("unknown");
    expect(file).toEqual(before);
  }
});

test("entries written after the cache are folded upon it, also when they replace what the cache no longer shows", async () => {
  await answer("injury-not-accidental", "yes");
  await journal.writeCaches();
  await answer("injury-not-accidental", "no");
  await answer("shaken-baby", "unknown");
  expect(await openJournal(database, vault).open(family)).toEqual(journal.current(family));
});

test("a cache that does not match the entries is thrown away and rebuilt", async () => {
  await answer("injury-not-accidental", "yes");
  await journal.writeCaches();
  await database.entries.toCollection().modify({ chain: "altered" });
  const file = await openJournal(database, vault).open(family);
  expect(file).toEqual(journal.current(family));
});

test("numbers have no gaps and every entry names the one before it, whatever the hurry", async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => answer("shaken-baby", ["yes", "no", "unknown"][i % 3] ?? "yes")),
  );
  const rows = await database.entries.orderBy("id").toArray();
  expect(rows.map((row) => row.n).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.map((row) => row.arrived).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
});

test("nothing readable stands on disk: no name, no answer, no kind", async () => {
  await door.run(family, openFamily, { name: "Kanariegeel" });
  await journal.saveDraft(family, "k", {
    version: 1,
    record: "r",
    field: "text",
    voice: "v",
    heads: [],
    text: "Kanariegeel",
    wall: 0,
  });
  await journal.writeCaches();
  const everything = await Promise.all(database.tables.map((table) => table.toArray()));
  const bytes = everything.flat().flatMap((row) => Object.values(row as Record<string, unknown>));
  const text = bytes
    .map((value) => (value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : String(value)))
    .join("\n");
  expect(text.length).toBeGreaterThan(500);
  expect(text).not.toContain("Kanarie");
  expect(text).not.toContain("familyOpened");
});

test("a write while the vault is locked is refused, said aloud, and leaves nothing behind", async () => {
  vault.lock();
  await expect(answer("shaken-baby", "yes")).rejects.toMatchObject({ kind: "locked" });
  expect(events.at(-1)).toMatchObject({ kind: "failed", problem: { kind: "locked" } });
  expect(await database.entries.count()).toBe(0);
});

test("when another tab wrote meanwhile, this one does not write the same number twice", async () => {
  await answer("shaken-baby", "yes");
  const other = openJournal(database, vault);
  await doorOf(other).run(family, answerItem, {
    instrument: alarmSignals,
    key,
    item: "shaken-baby",
    value: "no",
  });
  await expect(answer("shaken-baby", "unknown")).rejects.toBeInstanceOf(StoreProblem);
  await answer("shaken-baby", "unknown");
  const rows = await database.entries.toArray();
  expect(rows.map((row) => row.n).sort()).toEqual([1, 2, 3]);
});

test("a newer program's database is left alone", async () => {
  await database.meta.put({ key: "format", value: 99 });
  await expect(answer("shaken-baby", "yes")).rejects.toMatchObject({ kind: "newer" });
  expect(await database.entries.count()).toBe(0);
});

test("a draft goes in the same step as the entry that it became", async () => {
  const draft = {
    version: 1,
    record: "r",
    field: "f",
    voice: "v",
    heads: [],
    text: "half",
    wall: 0,
  } as const;
  await journal.saveDraft(family, "k", draft);
  expect((await journal.drafts(family)).get("k")?.text).toBe("half");
  await door.run(family, openFamily, { name: "Gezin" }, { clearsDraft: "k" });
  expect((await journal.drafts(family)).size).toBe(0);
});

test("an export's sealed bytes are taken in elsewhere unchanged, twice makes no difference, and a bad one stops no other", async () => {
  await door.run(family, openFamily, { name: "Gezin" });
  await answer("shaken-baby", "yes");
  await answer("shaken-baby", "no");
  const sealed = await journal.sealedEntries(family);
  const elsewhere = openDatabase(`elsewhere-${counter}`, "strict");
  const there = openJournal(elsewhere, vault);
  const broken = (sealed[1] as Uint8Array).slice();
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  const first = await there.receive(family, [broken, ...sealed]);
  expect(first.stored).toBe(3);
  expect(first.refused).toHaveLength(1);
  expect((await there.receive(family, sealed)).stored).toBe(0);
  const file = await there.open(family);
  expect(file.records).toEqual(journal.current(family)?.records);
  expect(await there.sealedEntries(family)).toEqual(sealed);
  elsewhere.close();
});

test("the list's card comes from the cache when it covers the last entry, and is made anew when it does not", async () => {
  await door.run(family, openFamily, { name: "Een" });
  await journal.writeCaches();
  expect((await openJournal(database, vault).card(family)).name).toBe("Een");
  await door.run(family, openFamily, { name: "Twee" });
  expect((await openJournal(database, vault).card(family)).name).toBe("Twee");
});
