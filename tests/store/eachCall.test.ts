import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Vault } from "../../src/vault/vault.ts";
import { walkWith } from "./eachCall.ts";
import { createFaults, type Fault, type Faults } from "./faults.ts";
import { newVault } from "./parts.ts";

let vault: Vault;
let faults: Faults;
let calls: number;

beforeAll(async () => {
  vault = await newVault();
  faults = createFaults();
  calls = (await walkWith(faults, vault, "counted")).calls;
});
afterAll(() => faults.restore());

/** In Chromium every call fails in every way; here each way takes every fourth, and together they take all. */
const stride = 4;
let offset = 0;

/** Calls fail in turn; what is asked of each is the same: nothing lost, nothing twice, and nobody left unaware. */
async function eachCall(fault: Fault, lasting: boolean): Promise<{ kinds: Set<string>; struck: number }> {
  const kinds = new Set<string>();
  let struck = 0;
  offset += 1;
  for (let at = 1 + (offset % stride); at <= calls; at += stride) {
    const told = await walkWith(faults, vault, `${fault.kind}-${lasting}-${at}`, at, fault, lasting);
    expect({ at, strange: told.strange, wrong: told.wrong }).toEqual({ at, strange: [], wrong: [] });
    if (told.struck) struck += 1;
    for (const kind of told.problems) kinds.add(kind);
  }
  return { kinds, struck };
}

test("a walk without faults makes many calls, and all is well", async () => {
  expect(calls).toBeGreaterThan(40);
  expect(await walkWith(faults, vault, "none")).toMatchObject({ problems: [], strange: [], wrong: [] });
});

test("a connection that drops once, at whatever call, is opened again without anybody noticing", async () => {
  const { kinds, struck } = await eachCall({ kind: "throws", name: "InvalidStateError" }, false);
  expect([...kinds]).toEqual([]);
  expect(struck).toBeGreaterThan(calls / stride - 2);
}, 60_000);

test("a connection that stays away, from whatever call on, is told; nothing is lost when it is back", async () => {
  const { kinds } = await eachCall({ kind: "throws", name: "InvalidStateError" }, true);
  expect([...kinds]).toEqual(["connection"]);
}, 60_000);

test("a transaction that is aborted after whatever call leaves nothing half-written", async () => {
  const { kinds, struck } = await eachCall({ kind: "aborts" }, false);
  expect([...kinds]).toEqual([]);
  expect(struck).toBeGreaterThan(calls / stride / 3);
}, 60_000);

test("what was committed but reported as failed is not written twice", async () => {
  const { kinds, struck } = await eachCall({ kind: "lies" }, false);
  expect([...kinds]).toEqual([]);
  expect(struck).toBeGreaterThan(calls / stride / 2);
}, 60_000);

test("a full disk keeps what is written, and says so", async () => {
  const { kinds } = await eachCall({ kind: "throws", name: "QuotaExceededError" }, true);
  expect([...kinds]).toEqual(["full"]);
}, 60_000);

test("an error that nobody has foreseen is told as unknown, and a second try succeeds", async () => {
  const { kinds } = await eachCall({ kind: "throws", name: "DataError" }, false);
  expect([...kinds]).toEqual(["unknown"]);
}, 60_000);
