import { expect, test, vi } from "vitest";
import type { MadePasskey, Prf } from "../../src/vault/passkey.ts";
import { browserRandom } from "../../src/vault/random.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { caseA, caseB, openBench, passphrase, pin } from "./bench.ts";

const coded = (code: string) => expect.objectContaining({ code });

/** A tablet's passkey: for each salt its own bytes, always the same, and fresh ones at each call. */
function fakePasskey(secret = browserRandom(32)) {
  const given: Uint8Array[] = [];
  const asked: Uint8Array[] = [];
  const prf = vi.fn<Prf>(async (_credential, salt) => {
    asked.push(salt);
    const input = new Uint8Array([...secret, ...salt]);
    const output = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
    given.push(output);
    return output;
  });
  const made = (): MadePasskey => ({
    credential: new Uint8Array([1, 2, 3]),
    salt: browserRandom(32),
    output: undefined,
  });
  return { prf, made, given, asked };
}

async function passkeyBench() {
  const opened = await openBench();
  const passkey = fakePasskey();
  expect(await opened.vault.addPasskey(passkey.made(), passkey.prf)).toEqual({ ok: true });
  return { ...opened, passkey };
}

const casesOf = (vault: Vault): readonly string[] => vault.session()?.cases() ?? [];

test("a passkey opens everything, also after a reload, and the passphrase opens it as before", async () => {
  const { vault, reload, passkey } = await passkeyBench();
  expect(await vault.hasPasskey()).toBe(true);
  const again = await reload();
  expect(await again.unlockWithPasskey(passkey.prf)).toEqual({ ok: true });
  expect(again.scope()).toBe("all");
  expect(casesOf(again)).toEqual([caseA, caseB]);
  again.lock();
  expect(await again.unlock(passphrase)).toEqual({ ok: true });
});

test("what the passkey gave when it was made is used where there is such, and it is asked once more", async () => {
  const { vault } = await openBench();
  const { prf, made } = fakePasskey();
  const one = made();
  const output = await prf(one.credential, one.salt);
  prf.mockClear();
  expect(await vault.addPasskey({ ...one, output }, prf)).toEqual({ ok: true });
  expect(prf).toHaveBeenCalledOnce();
  vault.lock();
  expect(await vault.unlockWithPasskey(prf)).toEqual({ ok: true });
});

test("a passkey that gives other bytes the second time is not kept", async () => {
  const { vault, shelf } = await openBench();
  const before = structuredClone(shelf.row);
  const prf: Prf = async () => browserRandom(32);
  expect(await vault.addPasskey(fakePasskey().made(), prf)).toEqual({ ok: false, reason: "unreliable" });
  expect(shelf.row).toEqual(before);
  expect(await vault.hasPasskey()).toBe(false);
});

test("a passkey that gives nothing, or breaks, is not kept", async () => {
  const { vault, shelf } = await openBench();
  const before = structuredClone(shelf.row);
  const { made } = fakePasskey();
  expect(await vault.addPasskey(made(), async () => undefined)).toEqual({ ok: false, reason: "no-answer" });
  const broken: Prf = () => Promise.reject(new Error("crashed"));
  expect(await vault.addPasskey(made(), broken)).toEqual({ ok: false, reason: "no-answer" });
  expect(shelf.row).toEqual(before);
});

test("where a passkey fails or gives other bytes, the passphrase opens at once, without a pause", async () => {
  const { vault, passkey } = await passkeyBench();
  vault.lock();
  for (const [prf, reason] of [
    [async () => undefined, "no-answer"],
    [() => Promise.reject(new Error("crashed")), "no-answer"],
    [async () => browserRandom(32), "wrong"],
    [async () => new Uint8Array(0), "wrong"],
  ] as const satisfies readonly (readonly [Prf, string])[]) {
    expect(await vault.unlockWithPasskey(prf)).toEqual({ ok: false, reason });
    expect(vault.state()).toBe("locked");
  }
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  vault.lock();
  expect(await vault.unlockWithPasskey(passkey.prf)).toEqual({ ok: true });
});

test("while the passkey's dialog hangs the passphrase opens, and an answer that comes late opens nothing", async () => {
  const { vault, passkey } = await passkeyBench();
  vault.lock();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hanging: Prf = async (credential, salt) => {
    await released;
    return passkey.prf(credential, salt);
  };
  const trying = vault.unlockWithPasskey(hanging);
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  await vault.enterTogether(caseA);
  release();
  expect(await trying).toEqual({ ok: false, reason: "no-answer" });
  expect(vault.state()).toBe("together");
  expect(casesOf(vault)).toEqual([caseA]);
});

test("a lock while the passkey is asked wins", async () => {
  const { vault, passkey } = await passkeyBench();
  vault.lock();
  const locking: Prf = async (credential, salt) => {
    vault.lock();
    return passkey.prf(credential, salt);
  };
  await expect(vault.unlockWithPasskey(locking)).rejects.toEqual(coded("locked"));
  expect(vault.state()).toBe("locked");
});

test("a lock while a passkey is made keeps none, and is not held up by the dialog", async () => {
  const { vault, shelf } = await openBench();
  const { prf, made } = fakePasskey();
  const before = structuredClone(shelf.row);
  const locking: Prf = async (credential, salt) => {
    await vault.softLock();
    return prf(credential, salt);
  };
  await expect(vault.addPasskey(made(), locking)).rejects.toEqual(coded("locked"));
  expect(shelf.row).toEqual(before);
});

test("a passkey is no way in any more once it is taken away, and the passphrase is", async () => {
  const { vault, shelf, passkey } = await passkeyBench();
  await vault.removePasskey();
  expect(await vault.hasPasskey()).toBe(false);
  expect(shelf.row).not.toHaveProperty("passkey");
  vault.lock();
  passkey.prf.mockClear();
  expect(await vault.unlockWithPasskey(passkey.prf)).toEqual({ ok: false, reason: "none" });
  expect(passkey.prf).not.toHaveBeenCalled();
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
});

test("another passphrase and another sheet leave the passkey as it was", async () => {
  const { vault, passkey } = await passkeyBench();
  await vault.changePassphrase(["nieuwe", "woorden"]);
  await vault.renewRecovery();
  vault.lock();
  expect(await vault.unlockWithPasskey(passkey.prf)).toEqual({ ok: true });
});

test("a passkey opens everything also while the PIN would bring one family back", async () => {
  const { vault, passkey } = await passkeyBench();
  await vault.softLock({ keep: caseA });
  expect(await vault.unlockWithPasskey(passkey.prf)).toEqual({ ok: true });
  expect(vault.scope()).toBe("all");
});

test("where one family is open no passkey is made and none taken away", async () => {
  const { vault, passkey } = await passkeyBench();
  await vault.softLock({ keep: caseA });
  await vault.unlockWithPin(pin);
  passkey.prf.mockClear();
  await expect(vault.addPasskey(passkey.made(), passkey.prf)).rejects.toEqual(coded("out-of-scope"));
  await expect(vault.removePasskey()).rejects.toEqual(coded("out-of-scope"));
  expect(passkey.prf).not.toHaveBeenCalled();
  expect(await vault.hasPasskey()).toBe(true);
});

test("what the passkey gave is overwritten, and is not on the shelf", async () => {
  const { vault, shelf, passkey } = await passkeyBench();
  vault.lock();
  const kept: Uint8Array[] = [];
  const prf: Prf = async (credential, salt) => {
    const output = await passkey.prf(credential, salt);
    if (output) kept.push(output.slice());
    return output;
  };
  await vault.unlockWithPasskey(prf);
  expect(passkey.given).toHaveLength(3);
  expect(passkey.given.every((output) => output.every((byte) => byte === 0))).toBe(true);
  const wrap = Buffer.from(shelf.row?.passkey?.wrapped ?? []);
  expect(kept.some((output) => wrap.includes(Buffer.from(output)))).toBe(false);
  expect(passkey.asked.every((salt) => Buffer.from(salt).equals(Buffer.from(passkey.asked[0] ?? [])))).toBe(
    true,
  );
});

test("a wrap that was changed opens nothing", async () => {
  const { vault, shelf, passkey } = await passkeyBench();
  vault.lock();
  const row = shelf.row;
  if (!row?.passkey) throw new Error("no passkey");
  for (const at of row.passkey.wrapped.keys()) {
    const wrapped = row.passkey.wrapped.slice();
    wrapped[at] = (wrapped[at] ?? 0) ^ 1;
    shelf.row = { ...row, passkey: { ...row.passkey, wrapped } };
    expect(await vault.unlockWithPasskey(passkey.prf)).toEqual({ ok: false, reason: "wrong" });
  }
});
