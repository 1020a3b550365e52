import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoreProblem } from "../../src/store/problem.ts";
import type { Round } from "../../src/sync/exchange.ts";
import { type Loop, type LoopState, startLoop } from "../../src/sync/loop.ts";
import { RelayProblem } from "../../src/sync/relayCalls.ts";

const quiet: Round = { sent: 0, late: new Set(), left: new Set(), toReview: new Set(), unknown: false };

let loop: Loop;
let states: LoopState[];
let rounds: number[];
let next: () => Promise<Round>;
let hear: (() => void) | undefined;
let pokes: number;
let endPoke: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  states = [];
  rounds = [];
  pokes = 0;
  hear = undefined;
  next = async () => quiet;
});

afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

function begin(): void {
  loop = startLoop({
    round: () => {
      rounds.push(Date.now());
      return next();
    },
    poke: (listener, signal) =>
      new Promise((resolve, reject) => {
        pokes += 1;
        hear = listener;
        endPoke = () => resolve(undefined);
        signal.addEventListener("abort", () => reject(new RelayProblem("offline")));
      }),
    onState: (state) => states.push(state),
    onRound: async () => undefined,
    clock: () => Date.now(),
    chance: () => 1,
  });
}

const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

test("asks at once, and then each minute where nothing comes", async () => {
  begin();
  await pass(0);
  expect(rounds).toEqual([0]);
  expect(states.at(-1)).toEqual({ isBusy: false, heardAt: 0, problem: undefined });
  await pass(59_999);
  expect(rounds.length).toBe(1);
  await pass(1);
  expect(rounds.length).toBe(2);
});

test("comes at once after a poke, and a second after something was written", async () => {
  begin();
  await pass(0);
  hear?.();
  await pass(250);
  expect(rounds).toEqual([0, 250]);
  loop.nudge();
  loop.nudge();
  await pass(1_000);
  expect(rounds).toEqual([0, 250, 1_250]);
  await pass(30_000);
  expect(rounds.length).toBe(3);
});

test("never two rounds at once; what comes during one has its own after it", async () => {
  let end: (() => void) | undefined;
  next = () =>
    new Promise((resolve) => {
      end = () => resolve(quiet);
    });
  begin();
  await pass(0);
  loop.nudge();
  loop.now();
  await pass(10_000);
  expect(rounds.length).toBe(1);
  expect(states.at(-1)?.isBusy).toBe(true);
  next = async () => quiet;
  end?.();
  await pass(1_000);
  expect(rounds.length).toBe(2);
});

test("waits twice as long after each failure, five minutes at most, and no longer once it succeeds", async () => {
  next = async () => {
    throw new RelayProblem("offline");
  };
  begin();
  await pass(0);
  expect(states.at(-1)?.problem).toBe("offline");
  await pass(60 * 60_000);
  const pauses = rounds.slice(1).map((at, i) => at - (rounds[i] ?? 0));
  expect(pauses.slice(0, 5)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
  expect(Math.max(...pauses)).toBe(300_000);
  expect(states.at(-1)).toMatchObject({ heardAt: undefined, problem: "offline" });
  const before = rounds.length;
  // Writing does not ask a relay that can't be reached any sooner; the worker does.
  loop.nudge();
  await pass(2_000);
  expect(rounds.length).toBe(before);
  next = async () => quiet;
  loop.now();
  await pass(0);
  expect(rounds.length).toBe(before + 1);
  expect(states.at(-1)).toMatchObject({ problem: undefined });
});

test("a relay that is busy says when to come back", async () => {
  next = async () => {
    throw new RelayProblem("busy", { retryMillis: 45_000 });
  };
  begin();
  await pass(44_999);
  expect(rounds.length).toBe(1);
  await pass(1);
  expect(rounds.length).toBe(2);
});

test("a relay that wants a newer app is asked once an hour", async () => {
  next = async () => {
    throw new RelayProblem("too-old");
  };
  begin();
  await pass(59 * 60_000);
  expect(rounds.length).toBe(1);
  expect(states.at(-1)?.problem).toBe("too-old");
});

test("says what this device could not store, and that the relay does not know it", async () => {
  next = async () => {
    throw new StoreProblem("full");
  };
  begin();
  await pass(0);
  expect(states.at(-1)?.problem).toBe("store-full");
  next = async () => ({ ...quiet, unknown: true });
  loop.now();
  await pass(0);
  expect(states.at(-1)?.problem).toBe("unknown-device");
});

test("listens again when the relay ends it, and asks nothing once it is stopped", async () => {
  begin();
  await pass(0);
  endPoke?.();
  await pass(2_000);
  expect(pokes).toBe(2);
  loop.stop();
  const asked = rounds.length;
  const said = states.length;
  hear?.();
  loop.nudge();
  loop.now();
  await pass(60 * 60_000);
  expect(rounds.length).toBe(asked);
  expect(pokes).toBe(2);
  expect(states.length).toBe(said);
});

test("a relay that pokes ten thousand times a second is asked a few times a second", async () => {
  begin();
  await pass(0);
  for (let i = 0; i < 100; i += 1) {
    for (let poke = 0; poke < 100; poke += 1) hear?.();
    await pass(10);
  }
  expect(rounds.length).toBeLessThanOrEqual(6);
  await pass(1_000);
  expect(rounds.length, "and the last of it is heard").toBeGreaterThanOrEqual(2);
});
