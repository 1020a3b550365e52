import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeDatabase } from "../../src/store/database.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { createFaults, type Fault } from "./faults.ts";
import { type Device, draftOf, family, newVault, openDevice } from "./parts.ts";

const full: Fault = { kind: "throws", name: "QuotaExceededError" };
const dropped: Fault = { kind: "throws", name: "InvalidStateError" };

let counter = 0;
let name: string;
let vault: Vault;
let device: Device;

beforeEach(async () => {
  counter += 1;
  name = `drafts-${counter}`;
  vault = await newVault();
  device = openDevice(name, vault);
  await device.answer("shaken-baby", "yes");
});

afterEach(async () => {
  device.close();
  await removeDatabase(name);
});

/** What happens while every call to the disk fails in this way. */
async function without(fault: Fault, what: () => Promise<unknown>): Promise<void> {
  const faults = createFaults();
  faults.begin(1, fault, true);
  try {
    await what();
  } finally {
    faults.end();
    faults.restore();
  }
}

const save = (text: string) => device.journal.saveDraft(family, "k", draftOf(text));
const texts = async (): Promise<readonly string[]> =>
  [...(await device.journal.drafts(family)).values()].map((one) => one.text);
/** As the next start finds it. */
const onDisk = async (): Promise<readonly string[]> => {
  const next = openDevice(name, vault);
  const found = await next.journal.drafts(family);
  next.close();
  return [...found.values()].map((one) => one.text);
};

for (const [what, fault, kind] of [
  ["a full disk", full, "full"],
  ["a connection that is gone", dropped, "connection"],
] as const) {
  test(`a half-typed sentence that ${what} does not take is told, is not lost, and is kept when it can be`, async () => {
    await without(fault, async () => {
      await expect(save("half a sen")).rejects.toMatchObject({ kind });
      expect(device.events.at(-1)).toMatchObject({ kind: "failed", draft: "k", problem: { kind } });
      await expect(save("half a sentence")).rejects.toMatchObject({ kind });
      await device.journal.recover();
      expect(device.events.at(-1)).toMatchObject({ kind: "failed", draft: "k", problem: { kind } });
    });
    expect(device.journal.unsaved()).toBe(1);
    expect(await texts()).toEqual(["half a sentence"]);
    expect(await onDisk()).toEqual([]);
    await device.journal.recover();
    expect(device.events.at(-1)).toMatchObject({ kind: "draftKept", draft: "k" });
    expect(device.journal.unsaved()).toBe(0);
    expect(await onDisk()).toEqual(["half a sentence"]);
  });
}

test("a sentence that could not be kept outlives a lock, since it is sealed, and reaches the disk without a key", async () => {
  await without(full, () => expect(save("half")).rejects.toMatchObject({ kind: "full" }));
  vault.lock();
  device.journal.forget();
  await device.journal.recover();
  expect(device.journal.unsaved()).toBe(0);
  await vault.unlock("een twee");
  expect(await onDisk()).toEqual(["half"]);
});

test("typing on is another try, and leaves nothing waiting", async () => {
  await without(full, () => expect(save("half")).rejects.toMatchObject({ kind: "full" }));
  await save("half a sentence");
  expect(device.events.at(-1)).toMatchObject({ kind: "draftKept", draft: "k" });
  expect(device.journal.unsaved()).toBe(0);
  await device.journal.recover();
  expect(await onDisk()).toEqual(["half a sentence"]);
});

test("a sentence that became an entry, or that nobody wants, is not brought back", async () => {
  await without(full, () => expect(save("half")).rejects.toMatchObject({ kind: "full" }));
  await device.answer("shaken-baby", "no", "k");
  expect(device.events.map((event) => event.kind)).toContain("draftKept");
  expect(device.journal.unsaved()).toBe(0);
  await without(full, () => expect(save("other")).rejects.toMatchObject({ kind: "full" }));
  await device.journal.dropDraft(family, "k");
  expect(device.journal.unsaved()).toBe(0);
  await device.journal.recover();
  expect(await texts()).toEqual([]);
  expect(await onDisk()).toEqual([]);
});

test("an entry that is stored late does not take away what was typed on since", async () => {
  await save("half");
  await without(dropped, () =>
    expect(device.answer("shaken-baby", "no", "k")).rejects.toMatchObject({ kind: "connection" }),
  );
  await save("typed on");
  await device.journal.recover();
  expect(device.journal.unsaved()).toBe(0);
  expect(await device.database.entries.count()).toBe(2);
  expect(await onDisk()).toEqual(["typed on"]);
});

test("a sentence typed after the vault was locked is told as not kept", async () => {
  vault.lock();
  await expect(save("half")).rejects.toMatchObject({ kind: "locked" });
  expect(device.events.at(-1)).toMatchObject({ kind: "failed", draft: "k", problem: { kind: "locked" } });
});

test("what waits for room on the disk goes with the family that is taken off this device", async () => {
  await without(full, () => expect(save("half")).rejects.toMatchObject({ kind: "full" }));
  await device.journal.removeCase(family);
  expect(device.journal.unsaved()).toBe(0);
  await device.journal.recover();
  expect(await device.database.drafts.count()).toBe(0);
});
