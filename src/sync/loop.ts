import type { Denied, LogName } from "../protocol/logs.ts";
import { problemFrom, type StoreProblem } from "../store/problem.ts";
import type { Round } from "./exchange.ts";
import { RelayProblem, type RelayProblemKind } from "./relayCalls.ts";

/** How the exchange stands, for the corner of the screen. */
export type LoopState = {
  readonly isBusy: boolean;
  /** When a round last ended well: milliseconds since 1970. */
  readonly heardAt: number | undefined;
  /** Why the last round did not: the relay's, or what this device could not store. */
  readonly problem: RelayProblemKind | "unknown-device" | `store-${StoreProblem["kind"]}` | undefined;
};

export type LoopNeeds = {
  readonly round: () => Promise<Round>;
  /** Hears when logs move until `signal` says so; returns when the relay ends it. */
  readonly poke: (hear: (log?: LogName) => void, signal: AbortSignal) => Promise<undefined | Denied>;
  readonly onState: (state: LoopState) => void;
  /** After each round that ended well. */
  readonly onRound: (round: Round) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to 1: so that a thousand tablets do not come at once. */
  readonly chance: () => number;
};

/** Nothing was heard for so long: the relay is asked all the same. Milliseconds. */
const usualMillis = 60_000;
/** After something was written, so that what belongs together goes together. */
const settleMillis = 1_000;
const shortestMillis = 2_000;
const longestMillis = 5 * 60_000;
/** A relay that wants a newer app is asked rarely. */
const tooOldMillis = 60 * 60_000;

export type Loop = {
  /** Something is to be sent, or may be to be heard. */
  nudge(): void;
  /** "Nu proberen": at once, whatever the pause. */
  now(): void;
  /** Ends it: nothing is asked any more, and what is under way is not waited for. */
  stop(): void;
};

function problemOf(error: unknown): NonNullable<LoopState["problem"]> {
  return error instanceof RelayProblem ? error.kind : `store-${problemFrom(error).kind}`;
}

/**
 * Exchanges for as long as it is not stopped: after each change, poke or minute, and with growing, scattered pauses after
 * a failure. One round at a time.
 */
export function startLoop({ round, poke, onState, onRound, clock, chance }: LoopNeeds): Loop {
  const ended = new AbortController();
  const isEnded = (): boolean => ended.signal.aborted;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let isBusy = false;
  /** Something came while a round was under way, which may have passed it already. */
  let isAgain = false;
  let failures = 0;
  let heardAt: number | undefined;
  let problem: LoopState["problem"];

  const say = (): void => {
    if (!isEnded()) onState({ isBusy, heardAt, problem });
  };

  /** Full jitter: anywhere between half the pause and the whole. */
  const scattered = (millis: number): number => millis * (0.5 + chance() / 2);

  const pauseAfter = (error: unknown): number => {
    if (error instanceof RelayProblem && error.kind === "too-old") return tooOldMillis;
    const grown = Math.min(longestMillis, shortestMillis * 2 ** (failures - 1));
    const asked = error instanceof RelayProblem ? (error.retryMillis ?? 0) : 0;
    return Math.max(asked, scattered(grown));
  };

  /** The earlier of two wishes holds. */
  function due(millis: number): void {
    if (isEnded()) return;
    const at = clock() + millis;
    if (timer !== undefined && dueAt <= at) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void run(), millis);
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    dueAt = Number.POSITIVE_INFINITY;
    if (isEnded()) return;
    if (isBusy) {
      isAgain = true;
      return;
    }
    isBusy = true;
    isAgain = false;
    say();
    let next = scattered(usualMillis);
    try {
      const done = await round();
      if (isEnded()) return;
      await onRound(done);
      failures = 0;
      heardAt = clock();
      problem = done.unknown ? "unknown-device" : undefined;
    } catch (error) {
      failures += 1;
      problem = problemOf(error);
      next = pauseAfter(error);
    } finally {
      isBusy = false;
    }
    say();
    due(isAgain && problem === undefined ? settleMillis : next);
  }

  /** Listens for as long as the relay lets it, and begins again; a relay without pokes is asked by the clock. */
  async function listen(): Promise<void> {
    for (let broken = 0; !isEnded(); ) {
      try {
        const denied = await poke(() => due(scattered(settleMillis / 4)), ended.signal);
        broken = denied ? broken + 1 : 0;
      } catch {
        broken += 1;
      }
      if (isEnded()) return;
      const pause = scattered(Math.min(longestMillis, shortestMillis * 2 ** Math.min(broken, 10)));
      await new Promise<void>((resolve) => {
        const waiting = setTimeout(resolve, pause);
        ended.signal.addEventListener("abort", () => {
          clearTimeout(waiting);
          resolve();
        });
      });
    }
  }

  due(0);
  void listen();

  return {
    nudge() {
      if (isBusy) isAgain = true;
      // Where the relay can't be reached, writing does not make it more so: the pause stays.
      else if (problem === undefined) due(settleMillis);
    },
    now: () => void run(),
    stop: () => {
      ended.abort();
      clearTimeout(timer);
    },
  };
}
