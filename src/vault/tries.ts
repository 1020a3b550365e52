import type { Tries } from "./vaultRow.ts";

export const noTries: Tries = { wrong: 0, notBefore: 0 };

const longestPauseMillis = 60_000;

/** A clock that was set back must not stretch a pause, so it is never longer than the longest. */
export const pauseLeft = (tries: Tries, now: number): number =>
  Math.min(Math.max(0, tries.notBefore - now), longestPauseMillis);

/** One, two, four … seconds, at most a minute. Never a wipe: a worker's child may play with the tablet. */
export function oneMoreWrong({ wrong }: Tries, now: number): Tries {
  return { wrong: wrong + 1, notBefore: now + Math.min(1000 * 2 ** wrong, longestPauseMillis) };
}
