import "fake-indexeddb/auto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { changeWorld, closeWorld } from "../../src/app/current.ts";
import { newFamily } from "../../src/app/families.ts";
import { handOver, keepPlace, passOn } from "../../src/app/handing.ts";
import { interruptedIn } from "../../src/app/interrupted.ts";
import { lock, softLock, takeBack, unlockWithPin } from "../../src/app/lock.ts";
import { appStore, emptied, type Handed } from "../../src/app/state.ts";
import { databaseName } from "../../src/app/world.ts";
import type { CaseId, RecordId } from "../../src/domain/ids.ts";
import { removeDatabase } from "../../src/store/database.ts";

/** The stretching of a passphrase is shown in the vault's own tests, at its full cost. */
vi.mock("../../src/vault/argon.ts", async (original) => ({
  ...(await original<typeof import("../../src/vault/argon.ts")>()),
  argonCost: { memoryKib: 64, passes: 1, lanes: 1 },
}));

const pin = "284613";
const visit = "ef".repeat(16) as RecordId;
const noor = "aa".repeat(16) as RecordId;
const elif = "bb".repeat(16) as RecordId;
const marks = new Map<string, string>();
/** What the browser keeps in the clear; here a map, so that nothing of a family can be seen to land in it. */
const storage = {
  getItem: (key: string) => marks.get(key) ?? null,
  setItem: (key: string, value: string) => void marks.set(key, value),
  removeItem: (key: string) => void marks.delete(key),
} as unknown as Storage;
beforeAll(() => {
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("sessionStorage", storage);
});
afterAll(() => vi.unstubAllGlobals());

let family: CaseId;
const at = { page: "question", tool: 0, question: "safety-score-meaning" };
const handedTo = (person: RecordId, next?: Handed): Handed => ({
  case: family,
  visit,
  person,
  language: "nl",
  tools: [{ instrument: "signs-of-safety", about: "family" as RecordId }],
  ...(next ? { next } : {}),
});
const { getState, setState } = appStore;

/** What would be offered after the browser was killed: as it lies on the disk, and not in memory. */
async function offered(): Promise<Handed | undefined> {
  const { journal } = changed.world;
  return interruptedIn(await journal.drafts(family), family, visit);
}

const changed = { world: undefined as unknown as ReturnType<typeof changeWorld> };

beforeEach(async () => {
  await removeDatabase(databaseName("own"));
  marks.clear();
  const world = changeWorld("own");
  changed.world = world;
  await world.vault.load();
  await world.vault.create({
    words: ["een", "twee"],
    pin,
    profile: { worker: { id: "cc".repeat(16), name: "Marit" }, settings: {} },
  });
  setState({ phase: "open", handed: undefined, hidden: false, covered: false });
  family = await newFamily("Familie Yılmaz");
});

afterEach(() => {
  closeWorld();
  setState({ ...emptied, phase: "starting", handed: undefined, scope: "all", covered: false });
});

test("while a child holds the tablet, where it is lies sealed and nowhere in the clear", async () => {
  await handOver(handedTo(noor));
  keepPlace(at);
  expect(await offered()).toMatchObject({ person: noor, language: "nl", at });
  expect(JSON.stringify([...marks])).not.toContain(noor);
});

test("who takes the tablet after is who is offered", async () => {
  await handOver(handedTo(elif, handedTo(noor)));
  keepPlace({ page: "thanks", tool: 0, question: "" });
  expect((await offered())?.person).toBe(noor);
  passOn();
  expect((await offered())?.person).toBe(noor);
});

test("after thanks, a stop or red there is nothing to go on with", async () => {
  await handOver(handedTo(noor));
  for (const page of ["thanks", "stopped", "red"]) {
    keepPlace({ page, tool: 0, question: "" });
    expect(await offered(), page).toBeUndefined();
  }
});

test("another visit offers nothing of it", async () => {
  await handOver(handedTo(noor));
  const drafts = await changed.world.journal.drafts(family);
  expect(interruptedIn(drafts, family, "dd".repeat(16) as RecordId)).toBeUndefined();
});

test("the worker who takes the tablet back ends it", async () => {
  await handOver(handedTo(noor));
  keepPlace(at);
  expect(await takeBack({ pin })).toMatchObject({ ok: true });
  expect(getState()).toMatchObject({ phase: "open", handed: undefined });
  expect(await offered()).toBeUndefined();
});

test("left untouched in a child's hands it locks, holds nothing of the family, and the PIN brings the same screen back", async () => {
  await handOver(handedTo(noor));
  keepPlace(at);
  await softLock();
  const locked = getState();
  expect(locked.phase).toBe("soft");
  expect([locked.files.size, locked.drafts.size, locked.families, locked.worker]).toEqual([
    0,
    0,
    undefined,
    undefined,
  ]);
  expect(await unlockWithPin(pin)).toMatchObject({ ok: true });
  expect(getState()).toMatchObject({ phase: "together", scope: family });
  expect(getState().handed).toMatchObject({ person: noor, at });
});

test("a full lock forgets it in memory, and the passphrase finds it again in the visit", async () => {
  await handOver(handedTo(noor));
  keepPlace(at);
  await lock();
  expect(getState()).toMatchObject({ phase: "locked", handed: undefined });
  await changed.world.vault.unlock("een twee");
  expect(await offered()).toMatchObject({ person: noor, at });
});
