import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchIdle } from "../../src/app/autoLock.ts";
import { lock } from "../../src/app/lock.ts";
import { pinMillis } from "../../src/app/pinMillis.ts";
import { appStore } from "../../src/app/state.ts";

vi.mock("../../src/app/lock.ts", () => ({ lock: vi.fn(), softLock: vi.fn() }));

let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_790_000_000_000 });
  const target = new EventTarget();
  vi.stubGlobal("document", target);
  vi.stubGlobal("window", target);
  stop = watchIdle();
});

afterEach(() => {
  stop();
  appStore.setState({ phase: "locked", covered: false });
  vi.mocked(lock).mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A suspended tablet runs no timers; the clock goes on. */
const sleep = (millis: number): void => void vi.setSystemTime(Date.now() + millis);
const tick = (): void => void vi.advanceTimersByTime(1_000);

test("the time of the PIN runs from the lock, also on a tablet that sleeps from that moment on", () => {
  appStore.setState({ phase: "soft" });
  sleep(pinMillis() + 1_000);
  tick();
  expect(lock).toHaveBeenCalled();
});

test("the time of the PIN runs from the tap on the lock, not from when the keys were gone", () => {
  appStore.setState({ phase: "open", covered: true });
  sleep(pinMillis() - 2_000);
  appStore.setState({ phase: "soft", covered: false });
  tick();
  expect(lock).not.toHaveBeenCalled();
  sleep(2_000);
  tick();
  expect(lock).toHaveBeenCalled();
});

test("a lock that was opened again in time gives the next one its full time", () => {
  appStore.setState({ phase: "soft" });
  sleep(pinMillis() - 2_000);
  appStore.setState({ phase: "open" });
  appStore.setState({ phase: "soft" });
  sleep(5_000);
  tick();
  expect(lock).not.toHaveBeenCalled();
});
