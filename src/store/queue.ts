/** Runs tasks one after another; a task that fails fails for its caller alone and does not stop those behind it. */
export type Queue = {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Resolves when everything asked for so far has ended. */
  idle(): Promise<void>;
};

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const next = last.then(task, task);
      last = next.catch(() => undefined);
      return next;
    },
    async idle() {
      await last;
    },
  };
}
