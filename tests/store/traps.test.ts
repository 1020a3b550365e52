import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerItem } from "../../src/commands/answer.ts";
import { createDoor } from "../../src/commands/door.ts";
import { placeAt, valueAt } from "../../src/domain/casefile.ts";
import { type Entry, readerVersion } from "../../src/domain/entry.ts";
import { type DeviceId, type RecordId, runId } from "../../src/domain/ids.ts";
import { alarmSignals } from "../../src/domain/instruments/alarmSignals.ts";
import { openDatabase, removeDatabase, schemaVersion } from "../../src/store/database.ts";
import { toInside } from "../../src/store/entryCodec.ts";
import type { Journal } from "../../src/store/journal.ts";
import { sealEntry } from "../../src/vault/seal.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { createFaults } from "./faults.ts";
import { type Device, draftOf, family, keysOf, marit, newVault, openDevice, runKey } from "./parts.ts";

let counter = 0;
let name: string;
let vault: Vault;
let device: Device;
const opened: Device[] = [];

function open(on = name, of = vault): Device {
  const one = openDevice(on, of);
  opened.push(one);
  return one;
}

beforeEach(async () => {
  counter += 1;
  name = `traps-${counter}`;
  vault = await newVault();
  device = open();
});

afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await removeDatabase(name);
});

const run = runId(family, runKey);
const answerIn = (journal: Journal, item: string) => {
  const file = journal.current(family);
  return file && valueAt(file, run, item);
};

test("a database that a newer version has upgraded is not opened, and stays as it is", async () => {
  await device.answer("shaken-baby", "yes");
  device.close();
  const newer = new Dexie(name);
  newer
    .version(schemaVersion + 1)
    .stores({ entries: "id", casefiles: "[case+part]", drafts: "key", vault: "id", meta: "key", more: "id" });
  await newer.open();
  newer.close();
  const older = open();
  await expect(older.journal.open(family)).rejects.toMatchObject({ kind: "newer" });
  await expect(older.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "newer" });
  await expect(older.database.open()).rejects.toBeDefined();
  const versions = await indexedDB.databases();
  expect(versions.find((one) => one.name === name)?.version).toBe((schemaVersion + 1) * 10);
});

test("what an earlier version wrote is read as before, goes on, and counts as unsent", async () => {
  await device.answer("shaken-baby", "yes");
  await device.answer("shaken-baby", "no");
  const rows = await device.database.entries.toArray();
  const earlier = new Dexie(`${name}-earlier`);
  earlier.version(1).stores({
    entries: "id, [case+arrived], [case+device+n], [case+state]",
    casefiles: "[case+part]",
    drafts: "key, case",
    vault: "id",
    meta: "key",
  });
  await earlier.table("entries").bulkAdd(rows.map(({ unsent: _, ...row }) => row));
  await earlier.table("meta").add({ key: "format", value: 1 });
  earlier.close();
  const later = open(`${name}-earlier`);
  await later.journal.open(family);
  expect(answerIn(later.journal, "shaken-baby")).toBe("no");
  await later.answer("shaken-baby", "unknown");
  const kept = await later.database.entries.orderBy("[case+unsent+device+n]").toArray();
  expect(kept.map((row) => row.arrived).toSorted()).toEqual([1, 2, 3]);
  later.close();
  await removeDatabase(`${name}-earlier`);
});

test("a newer format is left alone by entries, drafts, caches and what comes from elsewhere", async () => {
  await device.answer("shaken-baby", "yes");
  const sealed = await device.journal.sealedEntries(family);
  await device.database.meta.put({ key: "format", value: 99 });
  const before = await Promise.all(device.database.tables.map((table) => table.toArray()));
  await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "newer" });
  await expect(device.journal.saveDraft(family, "k", draftOf("half"))).rejects.toMatchObject({
    kind: "newer",
  });
  await expect(device.journal.receive(family, sealed)).rejects.toMatchObject({ kind: "newer" });
  await expect(device.journal.writeCaches()).rejects.toMatchObject({ kind: "newer" });
  expect(await Promise.all(device.database.tables.map((table) => table.toArray()))).toEqual(before);
});

test("in a database that the browser emptied under the open page nothing begins anew, however often it is tried", async () => {
  await device.answer("shaken-baby", "yes");
  await device.answer("shaken-baby", "no");
  for (const table of device.database.tables) await table.clear();
  for (const _ of ["first", "second"]) {
    await expect(device.answer("shaken-baby", "yes")).rejects.toMatchObject({ kind: "emptied" });
    expect(device.events.at(-1)).toMatchObject({ kind: "failed", problem: { kind: "emptied" } });
    await expect(device.journal.saveDraft(family, "k", draftOf("half"))).rejects.toMatchObject({
      kind: "emptied",
    });
  }
  device.journal.forget();
  await expect(device.journal.open(family)).rejects.toMatchObject({ kind: "emptied" });
  const counts = await Promise.all(device.database.tables.map((table) => table.count()));
  expect(counts.filter((count) => count > 0)).toEqual([]);
});

test("a database that was deleted under the open page is made again by nothing that is written", async () => {
  await device.answer("shaken-baby", "yes");
  await Dexie.delete(name);
  for (const _ of ["first", "second"])
    await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "emptied" });
  expect(await device.database.entries.count()).toBe(0);
});

test("what could not be stored is told, kept sealed, and stored unchanged when the app comes back", async () => {
  await device.answer("shaken-baby", "yes");
  const faults = createFaults();
  faults.begin(1, { kind: "throws", name: "InvalidStateError" }, true);
  await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "connection" });
  expect(device.events.at(-1)).toMatchObject({ kind: "failed", problem: { kind: "connection" } });
  expect(device.journal.unsaved()).toBe(1);
  await device.journal.recover();
  expect(device.events.at(-1)).toMatchObject({ kind: "failed" });
  faults.end();
  faults.restore();
  await device.journal.recover();
  expect(device.journal.unsaved()).toBe(0);
  expect(device.events.slice(-2).map((event) => event.kind)).toEqual(["stored", "folded"]);
  expect(answerIn(device.journal, "shaken-baby")).toBe("no");
  await device.answer("shaken-baby", "no");
  expect(await device.database.entries.count()).toBe(2);
});

test("what one tab could not store waits in the tab that takes its place, is read there, and reaches the disk", async () => {
  await device.answer("shaken-baby", "yes");
  const faults = createFaults();
  faults.begin(1, { kind: "throws", name: "InvalidStateError" }, true);
  await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "connection" });
  for (const key of ["mine", "newer"])
    await expect(device.journal.saveDraft(family, key, draftOf("half"))).rejects.toBeDefined();
  faults.end();
  faults.restore();
  const left = structuredClone(device.journal.unstored());
  device.close();
  const next = open();
  await next.journal.saveDraft(family, "newer", draftOf("typed here since"));
  next.journal.takeOn(left);
  expect(next.journal.unsaved()).toBe(2);
  const texts = async (journal: Journal) =>
    [...(await journal.drafts(family))].map(([key, { text }]) => [key, text]).toSorted();
  const wanted = [
    ["mine", "half"],
    ["newer", "typed here since"],
  ];
  expect(await texts(next.journal)).toEqual(wanted);
  await next.journal.recover();
  expect(next.journal.unsaved()).toBe(0);
  const later = open();
  expect(await texts(later.journal)).toEqual(wanted);
  expect(valueAt(await later.journal.open(family), run, "shaken-baby")).toBe("no");
});

test("what could not be stored survives a lock, since it is sealed, and reaches the disk without a key", async () => {
  await device.answer("shaken-baby", "yes");
  const faults = createFaults();
  faults.begin(1, { kind: "throws", name: "InvalidStateError" }, true);
  await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "connection" });
  faults.end();
  faults.restore();
  vault.lock();
  device.journal.forget();
  await device.journal.recover();
  expect(await device.database.entries.count()).toBe(2);
  expect(device.journal.current(family)).toBeUndefined();
});

test("a connection that was closed under the app, or whose database is upgraded elsewhere, is opened again", async () => {
  await device.answer("shaken-baby", "yes");
  device.database.backendDB().close();
  await device.answer("shaken-baby", "no");
  device.database.close({ disableAutoOpen: false });
  device.caches.close({ disableAutoOpen: false });
  await device.answer("shaken-baby", "unknown");
  await device.journal.writeCaches();
  expect(await device.database.entries.count()).toBe(3);
});

test("a connection that is silent is given up when the app comes back, and the write goes on", async () => {
  // As WebKit leaves it: every request is taken, and none is answered.
  const silence: object = new Proxy(
    {},
    { get: (_, property) => (property === "then" ? undefined : () => silence), set: () => true },
  );
  let connections = 0;
  let isSilent = false;
  // What makes the database anew is told of twice.
  await device.caches.open();
  device.database.use({
    stack: "dbcore",
    create: (core) => {
      connections += 1;
      const isFirst = connections === 1;
      const transaction: typeof core.transaction = (...args) =>
        isFirst && isSilent ? (silence as ReturnType<typeof core.transaction>) : core.transaction(...args);
      return { ...core, transaction };
    },
  });
  await device.answer("shaken-baby", "yes");
  const first = device.database.backendDB();
  const transaction = first.transaction.bind(first);
  first.transaction = (...args) => (isSilent ? (silence as IDBTransaction) : transaction(...args));
  isSilent = true;
  const writing = device.answer("shaken-baby", "no");
  const start = Date.now();
  await device.journal.recover();
  expect(Date.now() - start).toBeGreaterThan(2_000);
  await writing;
  expect(connections).toBe(2);
  expect(await device.database.entries.count()).toBe(2);
}, 15_000);

test("a database that was closed for good is not opened again by a write that comes late", async () => {
  await device.answer("shaken-baby", "yes");
  device.close();
  await expect(device.answer("shaken-baby", "no")).rejects.toMatchObject({ kind: "elsewhere" });
  expect(device.database.isOpen()).toBe(false);
});

test("an emptied database is opened as an empty one: nothing is invented, and the next entry is the first", async () => {
  await device.answer("shaken-baby", "yes");
  await device.journal.writeCaches();
  device.close();
  await removeDatabase(name);
  const after = open();
  expect((await after.journal.open(family)).folded).toBe(0);
  await after.answer("shaken-baby", "no");
  expect(await after.database.entries.toArray()).toMatchObject([{ n: 1, arrived: 1 }]);
});

/** An entry of a device elsewhere, as it comes in a file. */
async function elsewhere(entry: Partial<Entry>, n = 1, prev = "", kid?: string) {
  const keys = keysOf(await newVault());
  const own = vault.session()?.caseKey(family);
  if (!keys || !own) throw new Error("locked");
  const inside = toInside(
    {
      reader: readerVersion,
      lamport: 7,
      wall: 0,
      zone: 0,
      author: "y" as RecordId,
      voice: "y" as RecordId,
      means: "self",
      intent: "answered",
      ops: [{ kind: "set", record: "r" as RecordId, field: "f", value: "there", over: [] }],
      ...entry,
    },
    new Map<DeviceId, number>(),
  );
  const sealer = { caseKey: { ...own, kid: kid ?? own.kid }, sign: keys.sign, device: keys.device };
  return sealEntry(sealer, { case: family, n, prev }, inside);
}

test("an entry that asks for a newer version is kept, listed as unread, and stops no other", async () => {
  await device.answer("shaken-baby", "yes");
  const newer = await elsewhere({ reader: readerVersion + 1 });
  const taken = await device.journal.receive(family, [newer.bytes]);
  expect(taken).toEqual({ stored: 1, refused: [] });
  expect(device.journal.putAside(family)).toEqual([{ id: newer.id, why: "unread" }]);
  expect(await device.database.entries.get(newer.id)).toMatchObject({ state: "unread" });
  await device.answer("shaken-baby", "no");
  await device.journal.writeCaches();
  const again = open();
  expect(valueAt(await again.journal.open(family), run, "shaken-baby")).toBe("no");
  expect(again.journal.putAside(family)).toEqual([{ id: newer.id, why: "unread" }]);
});

test("an entry whose key is not here yet waits in its place, also through the cache, and counts when the key has come", async () => {
  await device.answer("shaken-baby", "yes");
  const kid = "77".repeat(8);
  const waiting = await elsewhere({}, 1, "", kid);
  expect(await device.journal.receive(family, [waiting.bytes])).toEqual({ stored: 1, refused: [] });
  expect(device.journal.putAside(family)).toEqual([{ id: waiting.id, why: "waits-for-key" }]);
  await device.journal.writeCaches();
  const before = open();
  await before.journal.open(family);
  expect(before.journal.putAside(family)).toEqual([{ id: waiting.id, why: "waits-for-key" }]);
  expect(await before.database.entries.get(waiting.id)).toMatchObject({ state: "waits-for-key" });

  const [own] = vault.session()?.exportCaseKeys(family) ?? [];
  if (!own) throw new Error("no key");
  await vault.session()?.importCase(family, [{ kid, key: own.key }]);
  const after = open();
  const file = await after.journal.open(family);
  expect(valueAt(file, "r" as RecordId, "f")).toBe("there");
  expect(after.journal.putAside(family)).toEqual([]);
  await after.journal.writeCaches();
  expect(await after.database.entries.get(waiting.id)).toMatchObject({ state: "folded" });
});

test("a value that waits for a key, and was replaced by an entry that does not, does not come back as a second version", async () => {
  const kid = "77".repeat(8);
  const first = await elsewhere({}, 1, "", kid);
  const over = [first.id as Entry["id"]];
  const second = await elsewhere({
    lamport: 8,
    ops: [{ kind: "set", record: "r" as RecordId, field: "f", value: "later", over }],
  });
  await device.journal.receive(family, [first.bytes, second.bytes]);
  await device.journal.open(family);
  await device.journal.writeCaches();
  const [own] = vault.session()?.exportCaseKeys(family) ?? [];
  if (!own) throw new Error("no key");
  await vault.session()?.importCase(family, [{ kid, key: own.key }]);
  const file = await open().journal.open(family);
  expect(placeAt(file, "r" as RecordId, "f")?.heads.map((head) => head.value)).toEqual(["later"]);
});

test("a row that does not open is listed, the rest opens, and the cache is made all the same", async () => {
  await device.answer("shaken-baby", "yes");
  await device.answer("injury-not-accidental", "no");
  const row = await device.database.entries.where({ "[case+arrived]": [family, 1] }).first();
  if (!row) throw new Error("no row");
  const sealed = row.sealed.slice();
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  await device.database.entries.put({ ...row, sealed });
  const again = open();
  const file = await again.journal.open(family);
  expect(valueAt(file, run, "injury-not-accidental")).toBe("no");
  expect(again.journal.putAside(family)).toHaveLength(1);
  await again.journal.writeCaches();
  const cached = open();
  await cached.journal.open(family);
  expect(cached.journal.putAside(family)).toEqual(again.journal.putAside(family));
  const reads: string[] = [];
  cached.journal.forget();
  cached.database.use({
    stack: "dbcore",
    create: (core) => ({
      ...core,
      table: (table) => {
        const real = core.table(table);
        return {
          ...real,
          query: (request) => {
            if (request.limit !== 1) reads.push(table);
            return real.query(request);
          },
        };
      },
    }),
  });
  cached.database.close({ disableAutoOpen: false });
  await cached.journal.open(family);
  expect(reads).toEqual([]);
});

test("an older version's cache is made anew, so that what it could not read counts after the update", async () => {
  await device.answer("shaken-baby", "yes");
  await device.journal.writeCaches();
  const caches = openDatabase(name, "relaxed");
  const blobKey = await vault.session()?.blobKey(family);
  const { openBlob, sealBlob } = await import("../../src/vault/seal.ts");
  const kept = await caches.casefiles.get([family, "file"]);
  if (!kept || !blobKey) throw new Error("no cache");
  const context = `cache/file/${family}`;
  const covered = JSON.parse(new TextDecoder().decode(await openBlob(blobKey, context, kept.sealed)));
  const older = {
    ...covered,
    madeWith: "0",
    content: { ...covered.content, file: { ...covered.content.file, records: [] } },
  };
  await caches.casefiles.put({
    ...kept,
    sealed: await sealBlob(blobKey, context, new TextEncoder().encode(JSON.stringify(older))),
  });
  caches.close();
  expect(valueAt(await open().journal.open(family), run, "shaken-baby")).toBe("yes");
});

test("two tabs in one journal never write one number twice, and each goes on from what the other wrote", async () => {
  const other = open();
  const writes = ["yes", "no", "unknown", "yes", "no", "unknown"].map(async (value, i) => {
    const tab = i % 2 === 0 ? device : other;
    return tab.answer("shaken-baby", value).catch(() => tab.answer("shaken-baby", value));
  });
  await Promise.allSettled(writes);
  const rows = await device.database.entries.orderBy("[case+arrived]").toArray();
  expect(rows.map((row) => row.n)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.length).toBeGreaterThan(2);
});

test("what another tab took in meanwhile is neither passed over nor missing from the cache after the next answer", async () => {
  await device.answer("shaken-baby", "yes");
  const other = open();
  const taken = await elsewhere({});
  await other.journal.receive(family, [taken.bytes]);
  await device.answer("shaken-baby", "no");
  for (const again of [undefined, open()]) {
    const file = await (again ?? device).journal.open(family);
    expect(valueAt(file, "r" as RecordId, "f")).toBe("there");
    expect(valueAt(file, run, "shaken-baby")).toBe("no");
    expect(file.folded).toBe(3);
    await device.journal.writeCaches();
  }
  const rows = await device.database.entries.orderBy("[case+arrived]").toArray();
  expect(rows.map(({ arrived, n }) => [arrived, n])).toEqual([
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
});

test("a number that the disk already has is written by nobody, and nothing of the attempt stays", async () => {
  await device.answer("shaken-baby", "yes");
  const other = open();
  await other.answer("shaken-baby", "no");
  await other.journal.saveDraft(family, "k", draftOf("of the other"));
  const before = await Promise.all(device.database.tables.map((table) => table.toArray()));
  await expect(device.answer("shaken-baby", "unknown", "k")).rejects.toMatchObject({ kind: "elsewhere" });
  expect(await Promise.all(device.database.tables.map((table) => table.toArray()))).toEqual(before);
});

test("a clock that is years behind, and then years ahead, refuses no answer; the later one stands", async () => {
  const walls = [Date.UTC(1990, 0), Date.UTC(2126, 0), 0];
  let at = 0;
  const door = createDoor({
    journal: device.journal,
    author: () => marit,
    now: () => ({ wall: walls[at] ?? 0, zone: 60 }),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    mode: () => ({ kind: "worker" }),
  });
  const lamports: number[] = [];
  for (const value of ["yes", "no", "unknown"]) {
    const args = { instrument: alarmSignals, key: runKey, item: "shaken-baby", value };
    const outcome = await door.run(family, answerItem, args);
    expect(outcome).toMatchObject({ ok: true, entry: { wall: walls[at] } });
    if (outcome.ok && outcome.entry) lamports.push(outcome.entry.lamport);
    at += 1;
  }
  expect(lamports).toEqual([1, 2, 3]);
  const file = await open().journal.open(family);
  expect(placeAt(file, run, "shaken-baby")?.heads.map((head) => [head.value, head.wall])).toEqual([
    ["unknown", 0],
  ]);
});

test("a lock while a case is being opened leaves nothing of it in memory", async () => {
  await device.answer("shaken-baby", "yes");
  const again = open();
  const opening = again.journal.open(family);
  await again.database.open();
  again.journal.forget();
  await expect(opening).rejects.toMatchObject({ kind: "locked" });
  expect(again.journal.current(family)).toBeUndefined();
});
