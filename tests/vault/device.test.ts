import { afterEach, expect, test, vi } from "vitest";
import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import { rosterOf } from "../../src/protocol/roster.ts";
import type { KnownStatement } from "../../src/protocol/statement.ts";
import { browserRandom } from "../../src/vault/random.ts";
import { createRoot } from "../../src/vault/root.ts";
import { openEntry, sealEntry } from "../../src/vault/seal.ts";
import { isSignedBy, type Signer } from "../../src/vault/signature.ts";
import { signStatement, verifyStatement } from "../../src/vault/statements.ts";
import type { Vault, VaultSession } from "../../src/vault/vault.ts";
import { caseA, openBench, passphrase, pin, words } from "./bench.ts";

const coded = (code: string) => expect.objectContaining({ code });
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

afterEach(() => {
  vi.restoreAllMocks();
});

function sessionOf(vault: Vault): VaultSession {
  const session = vault.session();
  if (!session) throw new Error("not open");
  return session;
}

const made = await createRoot(browserRandom);
const member = "0b".repeat(16);
const agency = {
  agency: made.agency,
  root: made.root,
  recovery: made.recovery,
  relay: "https://relais.example",
  member,
};

test("a tablet that turns out to be a copy writes on under another id, also after a reload", async () => {
  const { vault, reload } = await openBench();
  const before = sessionOf(vault);
  const recipient = await before.recipient();
  const id = await vault.renewDevice();
  const session = sessionOf(vault);
  expect(session.device).toBe(id);
  expect(id).not.toBe(before.device);
  expect(session.formerDevices()).toEqual([before.device]);
  expect(await session.recipient()).toBe(recipient);
  const again = await reload();
  await again.unlock(passphrase);
  const after = sessionOf(again);
  expect(after.device).toBe(id);
  expect(after.formerDevices()).toEqual([before.device]);
  const caseKey = after.caseKey(caseA);
  if (!caseKey) throw new Error("no key");
  const sealer = { caseKey, device: id, sign: (bytes: Uint8Array) => after.sign("entry", bytes) };
  const { bytes } = await sealEntry(sealer, { case: caseA, n: 1, prev: "" }, "zeven");
  expect(await openEntry(bytes, (kid) => after.keyOf(caseA, kid))).toMatchObject({ ok: true });
});

test("what was still being written under the earlier id is not signed with the new one's key", async () => {
  const { vault } = await openBench();
  const before = sessionOf(vault);
  await vault.renewDevice();
  await expect(before.sign("entry", text("x"))).rejects.toEqual(coded("locked"));
});

test("the earlier key brings the new one into the agency, and is forgotten when it has", async () => {
  const { vault, reload } = await openBench();
  const before = sessionOf(vault);
  const recipient = await before.recipient();
  const heard: KnownStatement[] = [];
  const say = async (by: Signer, says: Parameters<typeof signStatement>[2]): Promise<void> => {
    const last = heard.findLast((one) => one.by === by.by) ?? { n: 0, id: "" };
    const place = { agency: made.agency, case: "", last, lamport: heard.length + 1, wall: 0 };
    const verified = await verifyStatement((await signStatement(by, place, says)).bytes);
    if (verified.ok) heard.push(verified.statement);
  };
  const admitted = { kind: "admitted", member, recipient, role: "worker" };
  await say(made.signer, { kind: "founded", recovery: made.recovery });
  await say(made.signer, { ...admitted, device: before.device });
  await vault.renewDevice();
  const session = sessionOf(vault);
  const former: Signer = {
    by: before.device,
    sign: (context, bytes) =>
      context === "entry"
        ? Promise.reject(new Error("no entry"))
        : session.signAsFormer(before.device, context, bytes),
  };
  await say(former, { ...admitted, device: session.device });
  expect([...rosterOf(made.agency, heard).devices.keys()]).toEqual([before.device, session.device]);
  await session.forgetFormer(before.device);
  expect(session.formerDevices()).toEqual([]);
  await expect(session.signAsFormer(before.device, "roster", text("x"))).rejects.toEqual(
    coded("out-of-scope"),
  );
  const again = await reload();
  await again.unlock(passphrase);
  expect(sessionOf(again).formerDevices()).toEqual([]);
});

test("copied twice over, each id that it had still signs, until it is forgotten", async () => {
  const { vault } = await openBench();
  const first = sessionOf(vault).device;
  const second = await vault.renewDevice();
  await vault.renewDevice();
  const session = sessionOf(vault);
  expect(session.formerDevices()).toEqual([first, second]);
  await session.forgetFormer(first);
  const signature = await session.signAsFormer(second, "session", text("x"));
  expect(await isSignedBy(second, "session", text("x"), signature)).toBe(true);
});

test("an id that could not be kept is not taken, and its key is overwritten", async () => {
  const { vault, shelf } = await openBench();
  const before = sessionOf(vault);
  const exported = vi.spyOn(crypto.subtle, "exportKey");
  shelf.write = () => Promise.reject(new Error("disk full"));
  await expect(vault.renewDevice()).rejects.toThrow("disk full");
  expect(sessionOf(vault).device).toBe(before.device);
  expect(await before.sign("entry", text("x"))).toHaveLength(64);
  const calls = exported.mock.calls.map(([format]) => String(format));
  const privateKey: unknown = await exported.mock.results[calls.indexOf("pkcs8")]?.value;
  expect(new Uint8Array(privateKey as ArrayBuffer)).toEqual(new Uint8Array(48));
});

test("a lock at whatever moment of it leaves one whole device", async () => {
  const { vault } = await openBench();
  for (let moment = 0; moment < 24; moment += 1) {
    const renewing = vault.renewDevice();
    for (let tick = 0; tick < moment; tick += 1) await Promise.resolve();
    vault.lock();
    await renewing.catch(() => undefined);
    expect(await vault.unlock(passphrase)).toEqual({ ok: true });
    const session = sessionOf(vault);
    const signature = await session.sign("entry", text("x"));
    expect(await isSignedBy(session.device, "entry", text("x"), signature)).toBe(true);
    expect(session.formerDevices()).not.toContain(session.device);
  }
});

test("where one family is open the device is not renewed, and its earlier keys are not at hand", async () => {
  const { vault } = await openBench();
  const { device: first } = sessionOf(vault);
  const id = await vault.renewDevice();
  await vault.softLock({ keep: caseA });
  await vault.unlockWithPin(pin);
  expect(sessionOf(vault).device).toBe(id);
  await expect(vault.renewDevice()).rejects.toEqual(coded("out-of-scope"));
  expect(() => sessionOf(vault).formerDevices()).toThrow("out-of-scope");
  await expect(sessionOf(vault).signAsFormer(first, "session", text("x"))).rejects.toEqual(
    coded("out-of-scope"),
  );
});

test("a lock overwrites the earlier keys too", async () => {
  const { vault } = await openBench();
  await vault.renewDevice();
  const fill = vi.spyOn(Uint8Array.prototype, "fill");
  vault.lock();
  // Two keys to sign with, each 48 bytes as PKCS #8.
  const wiped = fill.mock.contexts.filter((bytes) => (bytes as Uint8Array).length === 48);
  expect(wiped).toHaveLength(2);
});

test("what a tablet knows of its agency is kept sealed, and is at hand with one family too", async () => {
  const { vault, shelf, reload } = await openBench();
  await sessionOf(vault).keepAgency(agency);
  expect(JSON.stringify(shelf.row) + Buffer.from(shelf.row?.secrets ?? []).toString("latin1")).not.toContain(
    "relais.example",
  );
  const moved = { ...agency, relay: "https://ander.example" };
  await sessionOf(vault).keepAgency(moved);
  const again = await reload();
  await again.unlock(passphrase);
  expect(sessionOf(again).agencies()).toEqual([moved]);
  await again.softLock({ keep: caseA });
  await again.unlockWithPin(pin);
  expect(sessionOf(again).agencies()).toEqual([moved]);
  await again.unlock(passphrase);
  await sessionOf(again).forgetAgency(agency.agency);
  expect(sessionOf(again).agencies()).toEqual([]);
  expect(sessionOf(again).cases()).toHaveLength(2);
});

test("an agency whose id is not its root's is not kept", async () => {
  const { vault } = await openBench();
  const other = agencyIdOf(sessionOf(vault).device) ?? "";
  await expect(sessionOf(vault).keepAgency({ ...agency, agency: other })).rejects.toThrow(RangeError);
  expect(sessionOf(vault).agencies()).toEqual([]);
});

test("an agency that could not be kept is not there", async () => {
  const { vault, shelf } = await openBench();
  shelf.write = () => Promise.reject(new Error("disk full"));
  await expect(sessionOf(vault).keepAgency(agency)).rejects.toThrow("disk full");
  expect(sessionOf(vault).agencies()).toEqual([]);
});

test("the agency's sheet opens a colleague's locked tablet, and it is told that it was the agency's", async () => {
  const { vault, reload, recoveryIdentity, shelf } = await openBench();
  await vault.setAgencyRecovery(made.recovery);
  const { writes } = shelf;
  await vault.setAgencyRecovery(made.recovery);
  expect(shelf.writes).toBe(writes);
  const again = await reload();
  const typed = made.recoveryIdentity.toLowerCase().replace(/(.{4})/g, "$1 ");
  expect(await again.unlockWithRecovery(typed)).toEqual({ ok: true, by: "agency" });
  await again.changePassphrase(["nieuwe", "woorden"]);
  again.lock();
  expect(await again.unlock("nieuwe woorden")).toEqual({ ok: true });
  again.lock();
  expect(await again.unlockWithRecovery(recoveryIdentity)).toEqual({ ok: true, by: "sheet" });
});

test("after another sheet of the agency, or without agency, the sheet before opens no tablet", async () => {
  const { vault, clock } = await openBench();
  const other = await createRoot(browserRandom);
  await vault.setAgencyRecovery(made.recovery);
  await vault.setAgencyRecovery(other.recovery);
  vault.lock();
  expect(await vault.unlockWithRecovery(made.recoveryIdentity)).toMatchObject({ reason: "wrong" });
  clock.now += 1000;
  expect(await vault.unlockWithRecovery(other.recoveryIdentity)).toEqual({ ok: true, by: "agency" });
  await vault.setAgencyRecovery(undefined);
  vault.lock();
  expect(await vault.unlockWithRecovery(other.recoveryIdentity)).toMatchObject({ reason: "wrong" });
  clock.now += 1000;
  expect(await vault.unlock(words.join(" "))).toEqual({ ok: true });
});
