import { afterEach, expect, test, vi } from "vitest";
import { openBlob, sealBlob } from "../../src/vault/seal.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { caseA, caseB, gatheringRandom, openBench, passphrase, pin, profile } from "./bench.ts";

const minute = 60_000;
const coded = (code: string) => expect.objectContaining({ code });
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function sessionOf(vault: Vault) {
  const session = vault.session();
  if (!session) throw new Error("not open");
  return session;
}

async function expectOnly(vault: Vault, caseId: string, other: string): Promise<void> {
  const session = sessionOf(vault);
  expect(vault.scope()).toBe(caseId);
  expect(session.cases()).toEqual([caseId]);
  expect(session.caseKey(caseId)).toBeDefined();
  expect(session.caseKey(other)).toBeUndefined();
  expect(session.exportCaseKeys(other)).toEqual([]);
  await expect(session.blobKey(other)).rejects.toEqual(coded("out-of-scope"));
  await expect(session.deviceBlobKey()).rejects.toEqual(coded("out-of-scope"));
  await expect(session.addCase("0c".repeat(16))).rejects.toEqual(coded("out-of-scope"));
  await expect(session.setProfile({})).rejects.toEqual(coded("out-of-scope"));
  await expect(vault.changePin("111111")).rejects.toEqual(coded("out-of-scope"));
  await expect(vault.renewRecovery()).rejects.toEqual(coded("out-of-scope"));
}

test("after a soft lock during a visit the PIN brings that family back, and no other", async () => {
  const { vault } = await openBench();
  const draft = await sealBlob(await sessionOf(vault).blobKey(caseA), "draft", text("half"));
  const [key] = sessionOf(vault).exportCaseKeys(caseA);
  const { device } = sessionOf(vault);
  await vault.softLock({ keep: caseA });
  expect(vault.state()).toBe("soft");
  expect(vault.session()).toBeUndefined();
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: true });
  expect(vault.state()).toBe("open");
  await expectOnly(vault, caseA, caseB);
  expect(sessionOf(vault).device).toBe(device);
  expect(sessionOf(vault).profile()).toEqual(profile);
  expect(sessionOf(vault).exportCaseKeys(caseA)).toEqual([key]);
  expect(await openBlob(await sessionOf(vault).blobKey(caseA), "draft", draft)).toEqual(text("half"));
});

test("the PIN works again and again, and the passphrase brings everything back at any time", async () => {
  const { vault } = await openBench();
  for (let i = 0; i < 3; i += 1) {
    await vault.softLock({ keep: caseA });
    expect(await vault.unlockWithPin(pin)).toEqual({ ok: true });
  }
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  expect(vault.scope()).toBe("all");
  await vault.softLock({ keep: caseB });
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
  expect(sessionOf(vault).cases()).toEqual([caseA, caseB]);
});

test("without an open visit a soft lock leaves nothing that a PIN could open", async () => {
  const { vault } = await openBench();
  await vault.softLock();
  expect(vault.state()).toBe("locked");
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
});

test("a family that is not at hand can't be kept", async () => {
  const { vault } = await openBench();
  await vault.softLock({ keep: caseA });
  await vault.unlockWithPin(pin);
  await vault.softLock({ keep: caseB });
  expect(vault.state()).toBe("locked");
});

test("after a reload no PIN opens anything", async () => {
  const { vault, reload } = await openBench();
  await vault.softLock({ keep: caseA });
  const again = await reload();
  expect(again.state()).toBe("locked");
  expect(await again.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
});

test("five wrong PINs, and the copy is gone: only the passphrase opens", async () => {
  const { vault } = await openBench();
  await vault.softLock({ keep: caseA });
  for (const left of [4, 3, 2, 1]) {
    expect(await vault.unlockWithPin("000000")).toEqual({ ok: false, reason: "wrong", left });
  }
  expect(vault.state()).toBe("soft");
  expect(await vault.unlockWithPin("000000")).toEqual({ ok: false, reason: "gone" });
  expect(vault.state()).toBe("locked");
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
});

test("five tries at once are five tries", async () => {
  const { vault } = await openBench();
  await vault.softLock({ keep: caseA });
  const tries = [...Array.from({ length: 5 }, () => "000000"), pin];
  const results = await Promise.all(tries.map((tried) => vault.unlockWithPin(tried)));
  expect(results.at(-1)).toEqual({ ok: false, reason: "gone" });
});

test("a right PIN wipes the slate: four wrong tries count no more at the next lock", async () => {
  const { vault } = await openBench();
  await vault.softLock({ keep: caseA });
  for (let i = 0; i < 4; i += 1) await vault.unlockWithPin("000000");
  await vault.unlockWithPin(pin);
  await vault.softLock({ keep: caseA });
  expect(await vault.unlockWithPin("000000")).toEqual({ ok: false, reason: "wrong", left: 4 });
});

test("90 minutes untouched, and the PIN opens nothing any more", async () => {
  const { vault, clock } = await openBench();
  await vault.softLock({ keep: caseA });
  clock.now += 90 * minute;
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: true });
  await vault.softLock({ keep: caseA });
  clock.now += 90 * minute + 1;
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
  expect(vault.state()).toBe("locked");
});

test("a clock that went back does not stretch the time of the PIN", async () => {
  const { vault, clock } = await openBench();
  await vault.softLock({ keep: caseA });
  clock.now -= 2 * minute;
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
});

test("who works on in together keeps the way back open; nobody for 90 minutes closes it", async () => {
  const { vault, clock } = await openBench();
  await vault.enterTogether(caseA);
  clock.now += 80 * minute;
  vault.touch();
  clock.now += 80 * minute;
  await sessionOf(vault).sign("entry", text("x"));
  clock.now += 80 * minute;
  expect(await vault.leaveTogether(pin)).toEqual({ ok: true });
  await vault.enterTogether(caseA);
  clock.now += 91 * minute;
  vault.touch();
  expect(await vault.leaveTogether(pin)).toEqual({ ok: false, reason: "gone" });
  expect(vault.session()).toBeUndefined();
});

test("together keeps this family's keys only; they still seal, sign and keep drafts", async () => {
  const { vault } = await openBench();
  await vault.enterTogether(caseA);
  expect(vault.state()).toBe("together");
  await expectOnly(vault, caseA, caseB);
  expect(sessionOf(vault).profile()).toEqual(profile);
  expect(await sessionOf(vault).sign("entry", text("x"))).toHaveLength(64);
  expect(await sessionOf(vault).blobKey(caseA)).toBeDefined();
});

test("the worker takes the tablet back by PIN for this family, or by passphrase for all", async () => {
  const { vault } = await openBench();
  await vault.enterTogether(caseA);
  expect(await vault.leaveTogether("000000")).toEqual({ ok: false, reason: "wrong", left: 4 });
  expect(vault.state()).toBe("together");
  expect(await vault.leaveTogether(pin)).toEqual({ ok: true });
  expect(vault.state()).toBe("open");
  await expectOnly(vault, caseA, caseB);
  await vault.enterTogether(caseA);
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  expect(vault.scope()).toBe("all");
});

test("five wrong PINs at the kitchen table lock everything", async () => {
  const { vault } = await openBench();
  await vault.enterTogether(caseA);
  const session = sessionOf(vault);
  for (let i = 0; i < 5; i += 1) await vault.leaveTogether("000000");
  expect(vault.state()).toBe("locked");
  expect(session.caseKey(caseA)).toBeUndefined();
});

test("a soft lock in together keeps the way back by PIN, with the tries that were made", async () => {
  const { vault } = await openBench();
  await vault.enterTogether(caseA);
  await vault.leaveTogether("000000");
  await vault.softLock({ keep: caseA });
  expect(vault.state()).toBe("soft");
  expect(vault.session()).toBeUndefined();
  expect(await vault.unlockWithPin("000000")).toEqual({ ok: false, reason: "wrong", left: 3 });
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: true });
});

test("together is refused for a family that is not at hand, and nothing is dropped", async () => {
  const { vault } = await openBench();
  await expect(vault.enterTogether("0c".repeat(16))).rejects.toEqual(coded("out-of-scope"));
  expect(vault.scope()).toBe("all");
  vault.lock();
  await expect(vault.enterTogether(caseA)).rejects.toEqual(coded("locked"));
});

test("another PIN counts from then on, also after a reload", async () => {
  const { vault, reload } = await openBench();
  await vault.changePin("314159");
  await vault.softLock({ keep: caseA });
  expect(await vault.unlockWithPin(pin)).toMatchObject({ reason: "wrong" });
  expect(await vault.unlockWithPin("314159")).toEqual({ ok: true });
  const again = await reload();
  await again.unlock(passphrase);
  await again.softLock({ keep: caseA });
  expect(await again.unlockWithPin("314159")).toEqual({ ok: true });
  await expect(vault.changePin("12345")).rejects.toThrow(RangeError);
});

test("a full lock while the copy is sealed leaves no copy", async () => {
  const { vault } = await openBench();
  const { subtle } = crypto;
  const encrypt = subtle.encrypt.bind(subtle);
  const sealing = vi.spyOn(subtle, "encrypt").mockImplementation(async (...args) => {
    const sealed = await encrypt(...args);
    vault.lock();
    return sealed;
  });
  await vault.softLock({ keep: caseA });
  expect(sealing).toHaveBeenCalledOnce();
  expect(vault.state()).toBe("locked");
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
});

test("a full lock while the tablet is handed over wins", async () => {
  const { vault } = await openBench();
  const entering = vault.enterTogether(caseA);
  vault.lock();
  await expect(entering).rejects.toEqual(coded("locked"));
  expect(vault.state()).toBe("locked");
  expect(vault.session()).toBeUndefined();
});

test("no lock keeps a raw key in memory: every one is overwritten with zeros", async () => {
  const { random, drawn } = gatheringRandom();
  const { vault } = await openBench(random);
  expect(drawn).toHaveLength(3);
  expect(drawn.every((key) => key.some((byte) => byte !== 0))).toBe(true);
  vault.lock();
  expect(drawn.every((key) => key.every((byte) => byte === 0))).toBe(true);
});

test("a key that was being kept when the lock came is overwritten too", async () => {
  const { random, drawn } = gatheringRandom();
  const { vault, shelf } = await openBench(random);
  const { write } = shelf;
  shelf.write = async (row) => {
    vault.lock();
    await write(row);
  };
  await sessionOf(vault).addCase("0c".repeat(16));
  expect(drawn).toHaveLength(4);
  expect(drawn.every((key) => key.every((byte) => byte === 0))).toBe(true);
});

test("what WebCrypto decrypted for an unlock is overwritten: wraps at once, keys at the lock", async () => {
  const { vault } = await openBench();
  vault.lock();
  const decrypted = watchBuffers();
  await vault.unlock(passphrase);
  // First the vault key, then the secrets, whose keys were copied out of them.
  const [vaultKey, secrets] = decrypted;
  expect(vaultKey?.some((byte) => byte !== 0)).toBe(true);
  expect(secrets?.every((byte) => byte === 0)).toBe(true);
  await vault.softLock({ keep: caseA });
  expect(vaultKey?.every((byte) => byte === 0)).toBe(true);
  await vault.unlockWithPin(pin);
  const copy = decrypted[2];
  expect(copy?.length).toBeGreaterThan(100);
  expect(copy?.every((byte) => byte === 0)).toBe(true);
});

function watchBuffers(): Uint8Array[] {
  const seen: Uint8Array[] = [];
  const { subtle } = crypto;
  const decrypt = subtle.decrypt.bind(subtle);
  vi.spyOn(subtle, "decrypt").mockImplementation(async (...args) => {
    const buffer = await decrypt(...args);
    seen.push(new Uint8Array(buffer));
    return buffer;
  });
  return seen;
}

test("together wipes the vault key and the other families' keys at once", async () => {
  const { random, drawn } = gatheringRandom();
  const { vault } = await openBench(random);
  await vault.enterTogether(caseA);
  // The vault key and both families' keys: this family's lives on as a copy of its own.
  expect(drawn.every((key) => key.every((byte) => byte === 0))).toBe(true);
  expect(
    sessionOf(vault)
      .exportCaseKeys(caseA)[0]
      ?.key.some((byte) => byte !== 0),
  ).toBe(true);
});
