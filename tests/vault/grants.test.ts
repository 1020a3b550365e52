import { Decrypter } from "age-encryption";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { decodeCbor, encodeCbor } from "../../src/protocol/cbor.ts";
import { type GrantedCase, openGrant, sealGrant } from "../../src/vault/grants.ts";
import { pad } from "../../src/vault/padding.ts";
import { browserRandom } from "../../src/vault/random.ts";
import { createAgeIdentity, wrapTo } from "../../src/vault/recovery.ts";
import { createRoot } from "../../src/vault/root.ts";
import type { RawKey } from "../../src/vault/secrets.ts";
import { caseA } from "./bench.ts";

const granted: GrantedCase = { case: caseA, agency: "a0".repeat(16), opened: "0e".repeat(32) };
const keyOf = (n: number): RawKey => ({
  kid: n.toString(16).padStart(16, "0"),
  key: new Uint8Array(32).fill(n + 1),
});
const two = [keyOf(1), keyOf(2)];
const device = await createAgeIdentity();

afterEach(() => {
  vi.restoreAllMocks();
});

const anyKeys = fc.uniqueArray(
  fc.record({
    kid: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  }),
  { minLength: 1, maxLength: 8, selector: ({ kid }) => kid },
);

test("whatever keys are granted, the device that they are for gets them, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(anyKeys, async (keys) => {
      const { kids, file } = await sealGrant(granted, keys, device.recipient);
      expect(kids).toEqual(keys.map(({ kid }) => kid));
      expect(await openGrant(device.identity, file, { ...granted, kids })).toEqual({ ok: true, keys });
    }),
    { numRuns: 40 },
  );
});

test("a grant opens with age's own library, and holds what the format says", async () => {
  const { file } = await sealGrant(granted, two, device.recipient);
  const header = Buffer.from(file).toString("latin1");
  expect(header).toMatch(/^age-encryption\.org\/v1\n-> mlkem768x25519 /);
  const decrypter = new Decrypter();
  decrypter.addIdentity(device.identity);
  const plain = await decrypter.decrypt(file);
  const length = plain.findLastIndex((byte) => byte !== 0);
  expect(plain[length]).toBe(0x80);
  expect(decodeCbor(plain.subarray(0, length))).toEqual({ v: 1, ...granted, keys: two });
});

test("any byte changed: 1,000 grants, none opens", async () => {
  const { kids, file } = await sealGrant(granted, two, device.recipient);
  for (let i = 0; i < 1000; i += 1) {
    const altered = file.slice();
    const at = i < 500 ? i : (i * 7919) % file.length;
    altered[at] = (altered[at] ?? 0) ^ (1 << (i % 8));
    expect(await openGrant(device.identity, altered, { ...granted, kids }), `${at}`).toEqual({
      ok: false,
      reason: "closed",
    });
  }
});

test("another device's key opens nothing", async () => {
  const { kids, file } = await sealGrant(granted, two, device.recipient);
  const other = await createAgeIdentity();
  for (const identity of [other.identity, "", "iets"])
    expect(await openGrant(identity, file, { ...granted, kids })).toEqual({ ok: false, reason: "closed" });
});

test("a grant that is not what was announced is refused, whatever differs, and its keys are overwritten", async () => {
  const { kids, file } = await sealGrant(granted, two, device.recipient);
  const decode = vi.spyOn(Uint8Array.prototype, "fill");
  const [first = "", second = ""] = kids;
  for (const other of [
    { case: "cb".repeat(16) },
    { agency: "a1".repeat(16) },
    { opened: "0f".repeat(32) },
    { kids: [first] },
    { kids: [second, first] },
    { kids: [first, second, first] },
    { kids: [] },
  ]) {
    decode.mockClear();
    const announced = { ...granted, kids, ...other };
    expect(await openGrant(device.identity, file, announced)).toEqual({ ok: false, reason: "mismatch" });
    const wiped = decode.mock.contexts.filter((bytes) => (bytes as Uint8Array).length === 32);
    expect(wiped.length).toBeGreaterThanOrEqual(2);
  }
});

test("what a colleague's device wrote as nonsense is told apart, and opens nothing", async () => {
  const [key] = two;
  const content = { v: 1, ...granted, keys: two };
  const nonsense: readonly Uint8Array[] = [
    encodeCbor(content),
    pad(new Uint8Array([0xff])),
    ...[
      { ...content, v: 2 },
      { ...content, more: 1 },
      { ...content, keys: [] },
      { ...content, keys: [key, key] },
      { ...content, keys: [{ ...key, key: new Uint8Array(31) }] },
      { ...content, keys: [{ ...key, kid: "zz".repeat(8) }] },
      { ...content, opened: "" },
    ].map((wrong) => pad(encodeCbor(wrong))),
  ];
  const kids = two.map(({ kid }) => kid);
  for (const plain of nonsense) {
    const file = await wrapTo(device.recipient, plain);
    expect(await openGrant(device.identity, file, { ...granted, kids })).toEqual({
      ok: false,
      reason: "malformed",
    });
  }
});

test("a grant of one key and one of two have one size, and the keys are not in them in the open", async () => {
  const sizes = new Set<number>();
  for (const keys of [two.slice(0, 1), two.slice(1)]) {
    const { file } = await sealGrant(granted, keys, device.recipient);
    sizes.add(file.length);
    expect(Buffer.from(file).includes(Buffer.from(keys[0]?.key ?? []))).toBe(false);
  }
  expect(sizes.size).toBe(1);
  expect(two[0]?.key).toEqual(new Uint8Array(32).fill(2));
});

test("with the agency's sheet a case is opened for a new colleague, without any device of the old one", async () => {
  const { recovery, recoveryIdentity } = await createRoot(browserRandom);
  const toSheet = await sealGrant(granted, two, recovery);
  const typed = recoveryIdentity.toLowerCase().replace(/(.{4})/g, "$1 ");
  const opened = await openGrant(typed, toSheet.file, { ...granted, kids: toSheet.kids });
  if (!opened.ok) throw new Error(opened.reason);
  const onward = await sealGrant(granted, opened.keys, device.recipient);
  expect(await openGrant(device.identity, onward.file, { ...granted, kids: onward.kids })).toEqual({
    ok: true,
    keys: two,
  });
});
