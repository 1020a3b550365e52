import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeWorld, closeWorld, currentWorld } from "../../src/app/current.ts";
import { changeSettings } from "../../src/app/families.ts";
import { firstSettings, type Profile, type Settings } from "../../src/app/profile.ts";
import { appStore, emptied } from "../../src/app/state.ts";
import { databaseName } from "../../src/app/world.ts";
import { removeDatabase } from "../../src/store/database.ts";

/** The stretching of a passphrase is shown in the vault's own tests, at its full cost. */
vi.mock("../../src/vault/argon.ts", async (original) => ({
  ...(await original<typeof import("../../src/vault/argon.ts")>()),
  argonCost: { memoryKib: 64, passes: 1, lanes: 1 },
}));

/** Each write of the vault waits here until a test lets it through, or refuses it. */
let writes: { pass(): void; refuse(): void }[];

beforeEach(async () => {
  await removeDatabase(databaseName("own"));
  const { vault, database } = changeWorld("own");
  await vault.load();
  await vault.create({ words: ["een", "twee"], pin: "284613", profile: { settings: firstSettings } });
  appStore.setState({ ...emptied, phase: "open", world: "own", settings: firstSettings });
  writes = [];
  const put = database.vault.put.bind(database.vault);
  // Dexie's own promise, as `put` gives it.
  vi.spyOn(database.vault, "put").mockImplementation(((row: Parameters<typeof put>[0]) =>
    new Promise<void>((resolve, reject) => {
      writes.push({ pass: resolve, refuse: () => reject(new DOMException("full", "QuotaExceededError")) });
    }).then(() => put(row))) as unknown as typeof put);
});

afterEach(async () => {
  vi.restoreAllMocks();
  closeWorld();
  await removeDatabase(databaseName("own"));
});

const shown = () => appStore.getState().settings;
const held = () => (currentWorld().vault.session()?.profile() as Profile | undefined)?.settings;

/** One field of the colleague on call is left, as the screen does it: the other as it stands in the store by now. */
const leave = (field: Partial<Settings["onCall"]>) =>
  changeSettings({ onCall: { ...firstSettings.onCall, ...shown()?.onCall, ...field } });

/** The write that is asked for as number `at`, from 0. */
const write = (at: number) =>
  vi.waitFor(() => {
    const asked = writes[at];
    if (!asked) throw new Error(`no write ${at} was asked for`);
    return asked;
  });

/** The number is left while the name is being written, and then the name is refused. */
async function leftAfterOneRefused(): Promise<{ readonly ends: Promise<void> }> {
  const first = leave({ name: both.name });
  await write(0);
  const ends = leave({ number: both.number });
  (await write(0)).refuse();
  await expect(first).rejects.toMatchObject({ kind: "full" });
  return { ends };
}

const both = { name: "Fatma", number: "0612345678" };

test("two fields of one setting that are left right after each other are both kept", async () => {
  const first = leave({ name: both.name });
  await write(0);
  const second = leave({ number: both.number });
  expect(shown()?.onCall).toEqual(both);
  (await write(0)).pass();
  (await write(1)).pass();
  await Promise.all([first, second]);
  expect(shown()?.onCall).toEqual(both);
  expect(held()?.onCall).toEqual(both);
});

test("a setting that could not be kept is not shown as kept, however many were left one after the other", async () => {
  const { ends } = await leftAfterOneRefused();
  // The later change holds both fields, and may still be kept.
  expect(shown()?.onCall).toEqual(both);
  (await write(1)).refuse();
  await expect(ends).rejects.toMatchObject({ kind: "full" });
  expect(shown()?.onCall).toEqual(firstSettings.onCall);
  expect(held()?.onCall).toEqual(firstSettings.onCall);
});

test("what an earlier write could not keep, a later one keeps with its own", async () => {
  const { ends } = await leftAfterOneRefused();
  (await write(1)).pass();
  await ends;
  expect(shown()?.onCall).toEqual(both);
  expect(held()?.onCall).toEqual(both);
});
