import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import {
  type BackupContent,
  backupContent,
  importBackup,
  readBackup,
  sealContent,
} from "../../src/app/backup.ts";
import type { Profile } from "../../src/app/profile.ts";
import { createDoor, type Door } from "../../src/commands/door.ts";
import { openFamily, writePerson } from "../../src/commands/family.ts";
import { textAt } from "../../src/domain/casefile.ts";
import { type CaseId, familyRecord, type RecordId } from "../../src/domain/ids.ts";
import { peopleOf } from "../../src/domain/people.ts";
import { decodeCbor, encodeCbor } from "../../src/protocol/cbor.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createJournal, type Journal } from "../../src/store/journal.ts";
import { openBackup, sealBackup } from "../../src/vault/backup.ts";
import { createVault, type Vault, type VaultRow } from "../../src/vault/vault.ts";

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const yilmaz = "0a".repeat(16) as CaseId;
const visser = "0b".repeat(16) as CaseId;
const words = ["fiets", "appel", "lamp", "tafel", "wolk"];

type Device = { readonly vault: Vault; readonly journal: Journal; readonly door: Door };

// A file's words are stretched for most of a second each time, which tests/vault/backup.test.ts holds; here for less.
vi.mock("age-encryption", async (original) => {
  const real = await original<typeof import("age-encryption")>();
  class CheapEncrypter extends real.Encrypter {
    override setScryptWorkFactor(): void {
      super.setScryptWorkFactor(4);
    }
  }
  return { ...real, Encrypter: CheapEncrypter };
});

let counter = 0;
let one: Device;
let other: Device;

async function device(name: string): Promise<Device> {
  counter += 1;
  let row: VaultRow | undefined;
  const shelf = {
    read: async () => row,
    write: async (next: VaultRow) => {
      row = next;
    },
  };
  const worker = { id: name.toLowerCase() as RecordId, name };
  const vault = createVault({ shelf, random, clock: () => 0, argon: cheap });
  await vault.load();
  await vault.create({ words: ["een", "twee"], pin: "240681", profile: { worker } });
  const database = openDatabase(`backup-${counter}`, "strict");
  const keys = () => {
    const session = vault.session();
    return session && { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
  };
  const journal = createJournal({ database, caches: database, keys, onEvent: () => undefined });
  const door = createDoor({
    journal,
    author: () => (vault.session()?.profile() as Profile | undefined)?.worker ?? worker,
    now: () => ({ wall: 1_790_000_000_000, zone: 60 }),
    random,
    mode: () => ({ kind: "worker" }),
  });
  return { vault, journal, door };
}

async function family({ vault, door }: Device, caseId: CaseId, name: string): Promise<void> {
  await vault.session()?.addCase(caseId);
  await door.run(caseId, openFamily, { name });
}

beforeEach(async () => {
  one = await device("Marit");
  other = await device("Youssef");
  await family(one, yilmaz, "Yılmaz");
  await family(one, visser, "Visser");
});

test("a family comes over to another tablet with every byte of every entry as it was", async () => {
  const file = await sealContent(await backupContent(one, [yilmaz], 7), words);
  const opened = await readBackup(file, words.join(" "));
  if (!opened.ok) throw new Error(opened.reason);
  const { content } = opened;
  expect(content.author).toEqual({ id: "marit", name: "Marit" });
  const [imported] = await importBackup(other, content);
  expect(imported).toMatchObject({ case: yilmaz, name: "Yılmaz", stored: 1, inFile: 1, refused: [] });
  expect(await other.journal.sealedEntries(yilmaz)).toEqual(await one.journal.sealedEntries(yilmaz));
  expect(textAt(await other.journal.open(yilmaz), familyRecord, "name")).toBe("Yılmaz");
});

test("one family's file holds nothing of another", async () => {
  const content = await backupContent(one, [yilmaz], 7);
  expect(content.cases.map((held) => held.case)).toEqual([yilmaz]);
  await importBackup(other, content);
  expect(other.vault.session()?.cases()).toEqual([yilmaz]);
});

test("after the import the other tablet writes on under an id of its own", async () => {
  await importBackup(other, await backupContent(one, [yilmaz], 7));
  const outcome = await other.door.run(yilmaz, writePerson, { values: { name: "Noor" } });
  expect(outcome).toMatchObject({ ok: true });
  const device = outcome.ok ? outcome.entry?.device : undefined;
  expect(device).toBe(other.vault.session()?.device);
  expect(device).not.toBe(one.vault.session()?.device);
  expect(peopleOf(await other.journal.open(yilmaz)).map(({ name }) => name)).toContain("Noor");
});

test("importing the same file twice changes nothing, and what was written since stays", async () => {
  const content = await backupContent(one, [yilmaz, visser], 7);
  await importBackup(other, content);
  await other.door.run(yilmaz, writePerson, { values: { name: "Noor" } });
  const again = await importBackup(other, content);
  expect(again.map(({ stored, refused }) => [stored, refused.length])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(peopleOf(await other.journal.open(yilmaz)).map(({ name }) => name)).toContain("Noor");
});

test("an altered entry is named and left out, and the others come in", async () => {
  await one.door.run(yilmaz, writePerson, { values: { name: "Noor" } });
  await one.door.run(yilmaz, writePerson, { values: { name: "Sem" } });
  const content = await backupContent(one, [yilmaz], 7);
  const [held] = content.cases;
  if (!held) throw new Error("no case");
  const entries = held.entries.map((bytes, index) => {
    const copy = bytes.slice();
    if (index === 1) copy[copy.length - 20] = (copy[copy.length - 20] ?? 0) ^ 1;
    return copy;
  });
  const [imported] = await importBackup(other, { ...content, cases: [{ ...held, entries }] });
  expect(imported).toMatchObject({ stored: 2, inFile: 3 });
  expect(imported?.refused).toHaveLength(1);
  expect(peopleOf(await other.journal.open(yilmaz)).map(({ name }) => name)).toEqual(["Sem"]);
});

test("other words open nothing, however the right ones are typed they do", async () => {
  const file = await sealContent(await backupContent(one, [yilmaz], 7), words);
  expect(await readBackup(file, "fiets appel lamp tafel kat")).toEqual({ ok: false, reason: "wrong" });
  expect(await readBackup(file, " Fiets-appel  LAMP tafel\nwolk ")).toMatchObject({ ok: true });
});

test("half a file, another file, and one of a newer version are told apart from wrong words", async () => {
  const file = await sealContent(await backupContent(one, [yilmaz], 7), words);
  const typed = words.join(" ");
  expect(await readBackup(file.slice(0, file.length - 30), typed)).toEqual({ ok: false, reason: "damaged" });
  expect(await readBackup(new TextEncoder().encode("notulen"), typed)).toEqual({
    ok: false,
    reason: "damaged",
  });
  const opened = await openBackup(file, typed);
  if (!opened.ok) throw new Error("does not open");
  const newer = { ...(decodeCbor(opened.bytes) as BackupContent), v: 2 };
  const newerFile = await sealBackup(encodeCbor(newer), words);
  expect(await readBackup(newerFile, typed)).toEqual({ ok: false, reason: "newer" });
});
