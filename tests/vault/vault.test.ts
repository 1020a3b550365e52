import { expect, test, vi } from "vitest";
import { decodeCbor } from "../../src/protocol/cbor.ts";
import { openBlob, openEntry, sealBlob, sealEntry } from "../../src/vault/seal.ts";
import { isSignedBy } from "../../src/vault/signature.ts";
import { createVault } from "../../src/vault/vault.ts";
import { isVaultError } from "../../src/vault/vaultError.ts";
import { bench, caseA, caseB, openBench, passphrase, pin, profile, words } from "./bench.ts";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const coded = (code: string) => expect.objectContaining({ code });

test("a vault is none until it is made, open when it is, and locked after a reload", async () => {
  const { vault, reload } = await bench();
  expect(vault.state()).toBe("none");
  expect(vault.session()).toBeUndefined();
  await vault.create({ words, pin, profile });
  expect(vault.state()).toBe("open");
  expect(vault.scope()).toBe("all");
  expect((await reload()).state()).toBe("locked");
  await expect((await reload()).create({ words, pin, profile })).rejects.toEqual(coded("vault-exists"));
});

test("after a reload the passphrase brings back device, families, keys and profile", async () => {
  const { vault, reload } = await openBench();
  const before = vault.session();
  const again = await reload();
  expect(await again.unlock("Tafel-molen, FIETS boom\nregen")).toEqual({ ok: true });
  const after = again.session();
  expect(after?.device).toBe(before?.device);
  expect(after?.cases()).toEqual([caseA, caseB]);
  expect(after?.profile()).toEqual(profile);
  expect(after?.exportCaseKeys(caseA)).toEqual(before?.exportCaseKeys(caseA));
});

test("what a device sealed, the same device opens after a reload, and its signature holds", async () => {
  const { vault, reload } = await openBench();
  const session = vault.session();
  const caseKey = session?.caseKey(caseA);
  if (!session || !caseKey) throw new Error("not open");
  const sealer = {
    caseKey,
    device: session.device,
    sign: (bytes: Uint8Array) => session.sign("entry", bytes),
  };
  const { bytes } = await sealEntry(sealer, { case: caseA, n: 1, prev: "" }, "zeven");
  const draft = await sealBlob(await session.blobKey(caseA), "draft", text("half"));
  const list = await sealBlob(await session.deviceBlobKey(), "list", text("namen"));
  const again = await reload();
  await again.unlock(passphrase);
  const after = again.session();
  if (!after) throw new Error("not open");
  expect(await openEntry(bytes, (kid) => after.keyOf(caseA, kid))).toMatchObject({
    ok: true,
    inside: "zeven",
  });
  expect(await openEntry(bytes, (kid) => after.keyOf(caseB, kid))).toMatchObject({ reason: "waits-for-key" });
  expect(await openBlob(await after.blobKey(caseA), "draft", draft)).toEqual(text("half"));
  expect(await openBlob(await after.deviceBlobKey(), "list", list)).toEqual(text("namen"));
  await expect(openBlob(await after.blobKey(caseB), "draft", draft)).rejects.toThrow();
  const signature = await after.sign("grant", bytes);
  expect(await isSignedBy(after.device, "grant", bytes, signature)).toBe(true);
});

test("the row holds no key, name, PIN or passphrase in the open", async () => {
  const { vault, shelf, recoveryIdentity } = await openBench();
  const row = shelf.row;
  if (!row) throw new Error("no row");
  const all = Buffer.concat([row.secrets, row.passphrase.wrapped, row.recovery.wrapped]);
  const everything = all.toString("latin1") + JSON.stringify(row);
  for (const secret of ["Marit", pin, ...words, recoveryIdentity, caseA, "AGE-SECRET"]) {
    expect(everything).not.toContain(secret);
  }
  for (const { key } of vault.session()?.exportCaseKeys(caseA) ?? [])
    expect(all.includes(Buffer.from(key))).toBe(false);
  // A control: the search does find what stands there.
  expect(everything).toContain(row.recovery.recipient);
  expect(() => decodeCbor(row.secrets)).toThrow();
});

test("a wrong passphrase opens nothing, and each more makes the pause longer, up to a minute", async () => {
  const { vault, clock } = await openBench();
  vault.lock();
  const pauses: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const result = await vault.unlock("tafel molen fiets boom zon");
    expect(result).toMatchObject({ ok: false, reason: "wrong" });
    if (!result.ok) pauses.push(result.waitMillis);
    clock.now += result.ok ? 0 : result.waitMillis;
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(vault.state()).toBe("locked");
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  vault.lock();
  expect(await vault.unlock("")).toMatchObject({ reason: "wrong", waitMillis: 1000 });
});

test("within the pause even the right passphrase is not tried, and a reload does not end it", async () => {
  const { vault, clock, reload } = await openBench();
  vault.lock();
  await vault.unlock("tafel");
  clock.now += 400;
  const again = await reload();
  expect(await again.unlock(passphrase)).toEqual({ ok: false, reason: "wait", waitMillis: 600 });
  // A clock set back by a year does not lock for a year.
  clock.now -= 365 * 86_400_000;
  expect(await again.unlock(passphrase)).toEqual({ ok: false, reason: "wait", waitMillis: 60_000 });
  clock.now += 366 * 86_400_000;
  expect(await again.unlock(passphrase)).toEqual({ ok: true });
});

test("closing the page while a passphrase is tried gives no free try", async () => {
  const { vault, shelf } = await openBench();
  vault.lock();
  const trying = vault.unlock("tafel");
  await vi.waitFor(() => expect(shelf.row?.tries.wrong).toBe(1));
  await trying;
});

test("two tries at once are judged one after the other", async () => {
  const { vault } = await openBench();
  vault.lock();
  const [first, second] = await Promise.all([vault.unlock("tafel"), vault.unlock(passphrase)]);
  expect(first).toMatchObject({ reason: "wrong" });
  expect(second).toMatchObject({ reason: "wait" });
});

test("the recovery sheet opens the vault, as typed from paper, and another sheet does not", async () => {
  const { vault, clock, recoveryIdentity } = await openBench();
  const other = await openBench();
  vault.lock();
  expect(await vault.unlockWithRecovery(other.recoveryIdentity)).toMatchObject({
    ok: false,
    reason: "wrong",
  });
  clock.now += 1000;
  expect(await vault.unlockWithRecovery("iets")).toMatchObject({ ok: false, reason: "wrong" });
  clock.now += 2000;
  const typed = recoveryIdentity.toLowerCase().replace(/(.{8})/g, "$1 \n");
  expect(await vault.unlockWithRecovery(typed)).toEqual({ ok: true, by: "sheet" });
  expect(vault.session()?.cases()).toEqual([caseA, caseB]);
});

test("after another passphrase the old one is dead, the sheet is not, and no data was sealed again", async () => {
  const { vault, shelf, clock, recoveryIdentity } = await openBench();
  const before = shelf.row;
  await vault.changePassphrase(["zon", "maan", "ster", "wolk", "regen"]);
  expect(shelf.row?.secrets).toEqual(before?.secrets);
  expect(shelf.row?.recovery).toEqual(before?.recovery);
  expect(shelf.row?.passphrase.argon.salt).not.toEqual(before?.passphrase.argon.salt);
  vault.lock();
  expect(await vault.unlock(passphrase)).toMatchObject({ ok: false });
  clock.now += 1000;
  expect(await vault.unlock("zon maan ster wolk regen")).toEqual({ ok: true });
  vault.lock();
  expect(await vault.unlockWithRecovery(recoveryIdentity)).toEqual({ ok: true, by: "sheet" });
  await expect(vault.changePassphrase([" "])).rejects.toThrow(RangeError);
});

test("a wrap made again is never cheaper than the one before", async () => {
  const { vault, shelf, clock } = await openBench();
  vault.lock();
  const cheaper = createVault({
    ...{ shelf, random: (n: number) => crypto.getRandomValues(new Uint8Array(n)), clock: () => clock.now },
    argon: { memoryKib: 16, passes: 2, lanes: 1 },
  });
  await cheaper.unlock(passphrase);
  await cheaper.changePassphrase(words);
  expect(shelf.row?.passphrase.argon).toMatchObject({ memoryKib: 64, passes: 2, lanes: 1 });
});

test("a new recovery sheet replaces the old one", async () => {
  const { vault, clock, recoveryIdentity } = await openBench();
  const renewed = await vault.renewRecovery();
  vault.lock();
  expect(await vault.unlockWithRecovery(recoveryIdentity)).toMatchObject({ reason: "wrong" });
  clock.now += 1000;
  expect(await vault.unlockWithRecovery(renewed.recoveryIdentity)).toEqual({ ok: true, by: "sheet" });
  vault.lock();
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
});

test("twenty families added at once are all kept", async () => {
  const { vault, reload } = await openBench();
  const ids = Array.from({ length: 20 }, (_, i) => i.toString(16).padStart(32, "0"));
  const session = vault.session();
  await Promise.all([...ids.map((id) => session?.addCase(id)), session?.setProfile({ name: "Fatma" })]);
  const again = await reload();
  await again.unlock(passphrase);
  expect(new Set(again.session()?.cases())).toEqual(new Set([caseA, caseB, ...ids]));
  expect(again.session()?.profile()).toEqual({ name: "Fatma" });
});

test("a family added twice at once has one key", async () => {
  const { vault, reload } = await openBench();
  const id = "0c".repeat(16);
  await Promise.all([vault.session()?.addCase(id), vault.session()?.addCase(id)]);
  const [key, ...others] = vault.session()?.exportCaseKeys(id) ?? [];
  expect(others).toEqual([]);
  const again = await reload();
  await again.unlock(passphrase);
  expect(again.session()?.exportCaseKeys(id)).toEqual([key]);
});

test("a family whose key could not be kept is not there", async () => {
  const { vault, shelf } = await openBench();
  const { write } = shelf;
  shelf.write = () => Promise.reject(new Error("disk full"));
  await expect(vault.session()?.addCase("0c".repeat(16))).rejects.toThrow("disk full");
  expect(vault.session()?.cases()).toEqual([caseA, caseB]);
  shelf.write = write;
  await vault.session()?.addCase("0c".repeat(16));
  expect(vault.session()?.cases()).toHaveLength(3);
});

test("a lock at whatever moment of a write harms no key", async () => {
  const { vault, reload } = await openBench();
  const key = vault.session()?.exportCaseKeys(caseA);
  for (let moment = 0; moment < 24; moment += 1) {
    const writing = vault.session()?.setProfile({ ...profile, moment });
    for (let tick = 0; tick < moment; tick += 1) await Promise.resolve();
    vault.lock();
    await writing?.catch(() => undefined);
    expect(await vault.unlock(passphrase)).toEqual({ ok: true });
    expect(vault.session()?.exportCaseKeys(caseA)).toEqual(key);
  }
  const again = await reload();
  expect(await again.unlock(passphrase)).toEqual({ ok: true });
  expect(again.session()?.exportCaseKeys(caseA)).toEqual(key);
});

test("keys of a colleague are taken in: the last one seals, the earlier ones still open", async () => {
  const { vault, reload } = await openBench();
  const [own] = vault.session()?.exportCaseKeys(caseA) ?? [];
  const fresh = { kid: "0f".repeat(8), key: new Uint8Array(32).fill(7) };
  await vault.session()?.importCase(caseA, [fresh]);
  fresh.key.fill(0);
  const again = await reload();
  await again.unlock(passphrase);
  for (const session of [vault.session(), again.session()]) {
    expect(session?.caseKey(caseA)?.kid).toBe(fresh.kid);
    expect(session?.keyOf(caseA, own?.kid ?? "")).toBeDefined();
    expect(session?.exportCaseKeys(caseA)).toEqual([
      own,
      { kid: fresh.kid, key: new Uint8Array(32).fill(7) },
    ]);
  }
});

test("a family that was removed is gone from the device, also after a reload", async () => {
  const { vault, reload } = await openBench();
  await vault.session()?.removeCase(caseA);
  expect(vault.session()?.cases()).toEqual([caseB]);
  const again = await reload();
  await again.unlock(passphrase);
  expect(again.session()?.cases()).toEqual([caseB]);
  expect(again.session()?.caseKey(caseA)).toBeUndefined();
});

test("a session that outlived a lock finds no key", async () => {
  const { vault } = await openBench();
  const session = vault.session();
  if (!session) throw new Error("not open");
  vault.lock();
  expect(vault.session()).toBeUndefined();
  expect(session.caseKey(caseA)).toBeUndefined();
  expect(session.exportCaseKeys(caseA)).toEqual([]);
  await expect(session.sign("entry", text("x"))).rejects.toEqual(coded("locked"));
  await expect(session.blobKey(caseA)).rejects.toEqual(coded("locked"));
  await expect(session.addCase(caseA)).rejects.toEqual(coded("locked"));
  await expect(vault.changePassphrase(words)).rejects.toEqual(coded("locked"));
});

test("a lock while the passphrase is tried wins", async () => {
  const { vault } = await openBench();
  vault.lock();
  const trying = vault.unlock(passphrase);
  vault.lock();
  await expect(trying).rejects.toEqual(coded("locked"));
  expect(vault.state()).toBe("locked");
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
});

test("whoever listens hears each state once", async () => {
  const { vault } = await bench();
  const heard: string[] = [];
  const stop = vault.subscribe((state) => heard.push(state));
  await vault.create({ words, pin, profile });
  await vault.session()?.addCase(caseA);
  await vault.enterTogether(caseA);
  await vault.softLock({ keep: caseA });
  await vault.unlockWithPin(pin);
  vault.lock();
  stop();
  await vault.unlock(passphrase);
  expect(heard).toEqual(["open", "together", "soft", "open", "locked"]);
});

test("a browser without Ed25519 is told that it is too old, and no vault is made", async () => {
  const { vault, shelf } = await bench();
  const missing = vi
    .spyOn(crypto.subtle, "generateKey")
    .mockRejectedValue(new DOMException("", "NotSupportedError"));
  const error: unknown = await vault.create({ words, pin, profile }).catch((reason: unknown) => reason);
  missing.mockRestore();
  expect(isVaultError(error, "browser-too-old")).toBe(true);
  expect(shelf.row).toBeUndefined();
  expect(vault.state()).toBe("none");
});

test("a vault written by a newer version is not written over", async () => {
  const { vault, shelf } = await openBench();
  shelf.row = { ...shelf.row, v: 3 } as never;
  const kept = structuredClone(shelf.row);
  await expect(vault.session()?.addCase("0c".repeat(16))).rejects.toEqual(coded("newer-vault"));
  vault.lock();
  await expect(vault.unlock(passphrase)).rejects.toEqual(coded("newer-vault"));
  expect(shelf.row).toEqual(kept);
});

test("with the real parameters a passphrase is stretched over 64 MiB, three times", async () => {
  const { shelf, clock } = await bench();
  const real = createVault({
    shelf,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    clock: () => clock.now,
  });
  await real.create({ words, pin, profile });
  expect(shelf.row?.passphrase.argon).toMatchObject({ memoryKib: 65_536, passes: 3, lanes: 1 });
  real.lock();
  expect(await real.unlock("tafel")).toMatchObject({ reason: "wrong" });
  clock.now += 1000;
  expect(await real.unlock(passphrase)).toEqual({ ok: true });
});
