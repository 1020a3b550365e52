import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createShelf } from "../../src/app/shelf.ts";
import { type Database, openDatabase, removeDatabase } from "../../src/store/database.ts";
import { createVault } from "../../src/vault/vault.ts";
import { createFaults } from "../store/faults.ts";

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const words = ["een", "twee"];
let database: Database;

const vaultOn = (shelf: ReturnType<typeof createShelf>) =>
  createVault({ shelf, random, clock: () => 0, argon: cheap });

beforeEach(async () => {
  database = openDatabase("shelf", "strict");
  const vault = vaultOn(createShelf(database));
  await vault.load();
  await vault.create({ words, pin: "123456", profile: {} });
});

afterEach(async () => {
  database.close();
  await removeDatabase("shelf");
});

test("the tablet is unlocked, and its keys are changed, over a connection that was dropped in the background", async () => {
  const vault = vaultOn(createShelf(database));
  // As the browser does it: nobody in the page hears of it.
  database.backendDB().close();
  expect(await vault.load()).toBe("locked");
  database.backendDB().close();
  expect(await vault.unlock("een twee")).toEqual({ ok: true });
  database.backendDB().close();
  await vault.session()?.addCase("0f".repeat(16));
  const again = vaultOn(createShelf(database));
  await again.load();
  await again.unlock("een twee");
  expect(again.session()?.cases()).toEqual(["0f".repeat(16)]);
});

test("whatever call the connection drops at, the keys are read and written all the same", async () => {
  const faults = createFaults();
  const shelf = createShelf(database);
  let calls = 1;
  for (let at = 0; at <= calls; at += 1) {
    faults.begin(at === 0 ? undefined : at, { kind: "throws", name: "InvalidStateError" });
    const row = await shelf.read();
    expect({ at, row }).toMatchObject({ at, row: { v: 2 } });
    if (row) await shelf.write(row);
    calls = Math.max(calls, faults.end());
  }
  faults.restore();
  expect(calls).toBeGreaterThan(4);
});

test("a connection that Dexie has let go of is opened again", async () => {
  database.close({ disableAutoOpen: false });
  expect(await vaultOn(createShelf(database)).load()).toBe("locked");
});

test("a tab that another has taken over writes no vault any more", async () => {
  const shelf = createShelf(database);
  const row = await shelf.read();
  database.close();
  await expect(shelf.read()).rejects.toMatchObject({ kind: "elsewhere" });
  if (row) await expect(shelf.write(row)).rejects.toMatchObject({ kind: "elsewhere" });
  expect(row).toBeDefined();
});
