/** Runs tasks one after another; a task that fails fails for its caller alone and does not stop those behind it. */
export type Queue = {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything asked for so far has ended. */
  idle(): Promise<void>;
};

const nothing = (): void => undefined;

export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    run(task) {
      const next = last.then(task);
      // Without its result: a queue outlives a lock, and must not hold on to what was read before it.
      last = next.then(nothing, nothing);
      return next;
    },
    async idle() {
      await last;
    },
  };
}
