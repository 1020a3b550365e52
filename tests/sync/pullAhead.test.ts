import { expect, test } from "vitest";
import { type AskedPull, emptyHead, type LogName } from "../../src/protocol/logs.ts";
import { createPullingAhead } from "../../src/sync/pullAhead.ts";
import type { RelayCalls } from "../../src/sync/relayCalls.ts";

const agency = "a0".repeat(16);
const logOf = (at: number): LogName => ({ agency, kind: "entries", case: `${at}`.padStart(32, "0") });
const head = { seq: 3, chain: "0c".repeat(16) };

/** Answers the first so many of what is asked at once. */
function relayThat(fits: number) {
  const asked: string[] = [];
  const calls = {
    pull: async ({ case: caseId }: LogName) => {
      asked.push(`one ${Number(caseId)}`);
      return { rows: [], head };
    },
    pulls: async (logs: readonly AskedPull[]) => {
      asked.push(`many ${logs.length}`);
      return { answers: logs.slice(0, fits).map(() => ({ rows: [], head })) };
    },
  };
  return { asked, ...createPullingAhead(calls as unknown as RelayCalls) };
}

test("what was asked ahead is not asked again, once; what did not fit, or goes on from elsewhere, is", async () => {
  const { asked, relay, ahead, forget } = relayThat(3);
  await ahead([1, 2, 3, 4].map((at) => ({ log: logOf(at), after: emptyHead })));
  await relay.pull(logOf(1), emptyHead);
  expect(asked).toEqual(["many 4"]);
  await relay.pull(logOf(1), emptyHead);
  await relay.pull(logOf(2), head);
  forget(logOf(3));
  await relay.pull(logOf(3), emptyHead);
  await relay.pull(logOf(4), emptyHead);
  expect(asked).toEqual(["many 4", "one 1", "one 2", "one 3", "one 4"]);
});
