import { afterEach, expect, test, vi } from "vitest";
import { caseA, openBench, pin } from "./bench.ts";

// Argon2id that never answers for the PIN: a device that is short of memory, or stopped in the middle of it.
vi.mock("hash-wasm", async (original) => {
  const real = await original<typeof import("hash-wasm")>();
  return {
    ...real,
    argon2id: (options: Parameters<typeof real.argon2id>[0]) =>
      options.password === pin ? new Promise(() => undefined) : real.argon2id(options),
  };
});

afterEach(() => {
  vi.useRealTimers();
});

test("a lock waits five seconds for the PIN's key at most, and then drops the keys without a way back by PIN", async () => {
  const { vault } = await openBench();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const locking = vault.softLock({ keep: caseA });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(vault.session()).toBeDefined();
  await vi.advanceTimersByTimeAsync(1);
  await locking;
  expect(vault.state()).toBe("locked");
  expect(vault.session()).toBeUndefined();
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: false, reason: "gone" });
});
