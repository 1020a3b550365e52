import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeWorld, closeWorld } from "../../src/app/current.ts";
import {
  confirmPassphrase,
  takeBack,
  type Unlocked,
  unlock,
  unlockWithRecovery,
} from "../../src/app/lock.ts";
import { appStore, emptied } from "../../src/app/state.ts";
import { databaseName } from "../../src/app/world.ts";
import { removeDatabase } from "../../src/store/database.ts";

/** The stretching of a passphrase is shown in the vault's own tests, at its full cost. */
vi.mock("../../src/vault/argon.ts", async (original) => ({
  ...(await original<typeof import("../../src/vault/argon.ts")>()),
  argonCost: { memoryKib: 64, passes: 1, lanes: 1 },
}));

const words = ["een", "twee"];
let identity: string;

beforeEach(async () => {
  vi.stubGlobal("sessionStorage", { removeItem: () => undefined });
  vi.useFakeTimers({ toFake: ["Date"] });
  await removeDatabase(databaseName("own"));
  const { vault } = changeWorld("own");
  await vault.load();
  identity = (await vault.create({ words, pin: "284613", profile: {} })).recoveryIdentity;
  vault.lock();
  appStore.setState({ ...emptied, phase: "locked", world: "own" });
});

afterEach(async () => {
  closeWorld();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await removeDatabase(databaseName("own"));
});

test.each<[string, () => Promise<Unlocked>]>([
  ["unlock with the words", () => unlock("een twee")],
  ["unlock with the sheet", () => unlockWithRecovery(identity)],
  ["be asked for the words again", () => confirmPassphrase("een twee")],
  ["take the tablet back", () => takeBack({ passphrase: "een twee" })],
])("to %s within the pause is not called wrong, and opens when the pause is over", async (_, attempt) => {
  expect(await unlock("drie vier")).toMatchObject({ ok: false, reason: "wrong" });
  expect(await attempt()).toMatchObject({ ok: false, reason: "wait" });
  vi.setSystemTime(Date.now() + 1000);
  expect(await attempt()).toMatchObject({ ok: true });
});
