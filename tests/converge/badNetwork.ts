import type { Relay } from "../../src/server/relay.ts";
import { type RelayCalls, RelayProblem } from "../../src/sync/relayCalls.ts";
import type { Chance } from "./chance.ts";
import type { RelayCallsOf } from "./simulatedDevice.ts";

class Silence extends RelayProblem {
  constructor() {
    super("offline");
  }
}

/** Rounds that the network breaks off go on the next time. Anything else is a fault of ours. */
export async function quietly(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (error instanceof Silence) return false;
    throw error;
  }
}

export type BadNetwork = {
  readonly chance: Chance;
  /** While it is not, every question is answered once. */
  readonly isBad: () => boolean;
  readonly onFailed: () => void;
};

/** Loses questions, loses answers, and asks twice. */
function through({ chance, isBad, onFailed }: BadNetwork) {
  return async <T>(call: () => Promise<T>): Promise<T> => {
    const luck = isBad() ? chance.next() : 1;
    if (luck < 0.06) {
      onFailed();
      throw new Silence();
    }
    if (luck < 0.1) await call();
    const answer = await call();
    if (luck >= 0.1 && luck < 0.16) {
      onFailed();
      throw new Silence();
    }
    return answer;
  };
}

/** How many rows and ids one answer of the relay has, at most. */
export type Pages = { readonly rows: () => number; readonly ids: () => number };

/** A device's calls to a relay in the same process. */
export function callsTo(relay: Relay, agency: string, device: string, { rows, ids }: Pages): RelayCalls {
  const caller = { agency, device };
  return {
    push: (log, offered, isNew) => relay.push(caller, log, offered, isNew),
    pull: (log, after) => relay.pull(caller, log, after, rows()),
    pulls: (asked) => relay.pulls(caller, asked),
    ids: (log, after) => relay.ids(caller, log, after, ids()),
    heads: () => relay.heads(caller),
    late: (caseId, offered) => relay.late(caller, caseId, offered),
    missing: (caseId, names) => relay.missing(caller, caseId, names),
    lateOf: (caseId) => relay.lateOf(caller, caseId),
  };
}

export function overBadNetwork(relay: Relay, agency: string, network: BadNetwork): RelayCallsOf {
  const { chance } = network;
  const pages = { rows: () => 1 + chance.below(8), ids: () => 1 + chance.below(40) };
  const send = through(network);
  return (device) => {
    const calls = () => callsTo(relay, agency, device(), pages);
    return {
      push: (...asked) => send(() => calls().push(...asked)),
      pull: (...asked) => send(() => calls().pull(...asked)),
      pulls: (...asked) => send(() => calls().pulls(...asked)),
      ids: (...asked) => send(() => calls().ids(...asked)),
      heads: () => send(() => calls().heads()),
      late: (...asked) => send(() => calls().late(...asked)),
      missing: (...asked) => send(() => calls().missing(...asked)),
      lateOf: (...asked) => send(() => calls().lateOf(...asked)),
    };
  };
}
