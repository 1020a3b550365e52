import {
  type AskedPull,
  type Denied,
  type Head,
  isDenied,
  type LogName,
  logKeyOf,
  type PullAnswer,
} from "../protocol/logs.ts";
import type { RelayCalls } from "./relayCalls.ts";

export type PullingAhead = {
  /** The same calls: a pull that was asked ahead from the same place is answered with that, once. */
  readonly relay: RelayCalls;
  /** Asks for many logs with one call: what of them fits into one answer. @throws RelayProblem. */
  ahead(asked: readonly AskedPull[]): Promise<void>;
  /** What was asked ahead of this log and not used is of no use any more. */
  forget(log: LogName): void;
};

/** A new tablet hears hundreds of families, each a little: what takes time is the way to the relay and back. */
export function createPullingAhead(relay: RelayCalls): PullingAhead {
  const answers = new Map<string, { readonly after: Head; readonly answer: PullAnswer | Denied }>();
  return {
    relay: {
      ...relay,
      pull(log, after) {
        const known = answers.get(logKeyOf(log));
        answers.delete(logKeyOf(log));
        const isSame = known?.after.seq === after.seq && known.after.chain === after.chain;
        return known && isSame ? Promise.resolve(known.answer) : relay.pull(log, after);
      },
    },
    async ahead(asked) {
      const answered = await relay.pulls(asked);
      if (isDenied(answered)) return;
      for (const [at, answer] of answered.answers.entries()) {
        const one = asked[at];
        if (one) answers.set(logKeyOf(one.log), { after: one.after, answer });
      }
    },
    forget: (log) => void answers.delete(logKeyOf(log)),
  };
}
