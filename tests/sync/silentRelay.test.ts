import { expect, test } from "vitest";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import { createExchange } from "../../src/sync/exchange.ts";
import { type RelayCalls, RelayProblem } from "../../src/sync/relayCalls.ts";
import type { CaseKeys } from "../../src/sync/tend.ts";
import { createMemoryLedger } from "../converge/memoryLedger.ts";

const agency = "a0".repeat(16);
const membersOf = (at: number): LogName => ({ agency, kind: "members", case: `${at}`.padStart(32, "0") });

test("a relay that falls silent after it has told of many families is not asked for all of them before that is said", async () => {
  let asked = 0;
  const relay = {
    heads: async () => ({
      heads: Array.from({ length: 200 }, (_, at) => ({
        log: membersOf(at),
        head: { seq: 1, chain: "0c".repeat(16) },
      })),
      late: [],
    }),
    pull: async () => ({ rows: [], head: emptyHead }),
    pulls: async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      throw new RelayProblem("offline");
    },
  };
  const exchange = createExchange({
    ...{ agency, device: "d", atOnce: 96, clock: () => 0 },
    relay: relay as unknown as RelayCalls,
    ledger: createMemoryLedger(async () => undefined),
    keys: { isPartial: () => true, kids: () => [] } as unknown as CaseKeys,
    sign: () => Promise.reject(new Error("nothing is said here")),
    verify: async () => true,
  });
  await expect(exchange.round()).rejects.toMatchObject({ kind: "offline" });
  expect(asked).toBe(3);
  // The next round asks anew, and waits for nothing of the one before.
  await expect(exchange.round()).rejects.toMatchObject({ kind: "offline" });
  expect(asked).toBe(6);
});
