import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { changeWorld, closeWorld, currentWorld } from "../../src/app/current.ts";
import { appStore } from "../../src/app/state.ts";
import { databaseName } from "../../src/app/world.ts";
import { openFamily } from "../../src/commands/family.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { removeDatabase } from "../../src/store/database.ts";
import { createFaults } from "../store/faults.ts";
import { draftOf } from "../store/parts.ts";

const family = "ab".repeat(16) as CaseId;
const faults = createFaults();

beforeAll(async () => {
  // Once: a vault's real keys take their time.
  const { vault } = changeWorld("practice");
  await vault.load();
  await vault.create({ words: ["oefenen"], pin: "123456", profile: {} });
  await vault.session()?.addCase(family);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterAll(async () => {
  vi.useRealTimers();
  faults.end();
  faults.restore();
  closeWorld();
  await removeDatabase(databaseName("practice"));
});

const state = () => appStore.getState();

/** Some seconds pass, and what is tried then comes to its end. */
async function waitABit(): Promise<void> {
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(async () => {
    await currentWorld().journal.settled();
  });
}

test("the corner and the field say that a sentence is not kept, until a later try has kept it", async () => {
  const { journal, door } = currentWorld();
  await door.run(family, openFamily, { name: "Gezin" });
  faults.begin(1, { kind: "throws", name: "QuotaExceededError" }, true);
  await expect(journal.saveDraft(family, "k", draftOf("half"))).rejects.toMatchObject({ kind: "full" });
  expect(state().notSaved).toBe("full");
  expect([...state().draftsNotKept]).toEqual(["k"]);
  await waitABit();
  expect([...state().draftsNotKept]).toEqual(["k"]);
  faults.end();

  // Something else is stored: that does not make the sentence saved.
  await door.run(family, openFamily, { name: "Gezin Demir" });
  expect(state().notSaved).toBe("full");
  await waitABit();
  await vi.waitFor(() => expect(state().notSaved).toBeUndefined(), { timeout: 5_000 });
  expect([...state().draftsNotKept]).toEqual([]);
  expect((await journal.drafts(family)).get("k")?.text).toBe("half");
});

test("nothing is tried again once the world is closed", async () => {
  faults.begin(1, { kind: "throws", name: "InvalidStateError" }, true);
  await expect(currentWorld().journal.saveDraft(family, "k", draftOf("half"))).rejects.toBeDefined();
  closeWorld();
  const calls = faults.end();
  faults.begin();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(calls).toBeGreaterThan(0);
  expect(faults.end()).toBe(0);
  expect([...state().draftsNotKept]).toEqual([]);
});
