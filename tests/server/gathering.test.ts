import { expect, test } from "vitest";
import { createGathering } from "../../src/server/gathering.ts";
import type { Shard, Tables } from "../../src/server/tables.ts";

const log = { agency: "a", kind: "entries", case: "c" } as const;

/** Counts transactions, and holds the first until it is let go. */
function countedTables() {
  let count = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const tables: Tables = {
    async inAgency(_agency, run) {
      count += 1;
      if (count === 1) await opened;
      return run({ appendAtEnd: () => undefined } as unknown as Shard);
    },
  };
  return { tables, count: () => count, open };
}

test("what waits for one log is done together, in the order in which it came", async () => {
  const { tables, count, open } = countedTables();
  const gathered = createGathering(tables);
  const order: number[] = [];
  const all = [1, 2, 3, 4].map((n) => gathered(log, [], async () => order.push(n)));
  const elsewhere = gathered({ ...log, case: "d" }, [], async () => "at once");
  expect(await elsewhere).toBe("at once");
  expect(order).toEqual([]);
  open();
  await Promise.all(all);
  expect(order).toEqual([1, 2, 3, 4]);
  expect(count()).toBe(3);
});

test("one that breaks breaks no other, and all is rolled back before the others are tried alone", async () => {
  const { tables, count, open } = countedTables();
  const gathered = createGathering(tables);
  const tried: number[] = [];
  const all = [1, 2, 3].map((n) =>
    gathered(log, [], async () => {
      tried.push(n);
      if (n === 2) throw new Error("the tea is cold");
      return n;
    }),
  );
  const settled = Promise.allSettled(all);
  open();
  expect(await settled).toMatchObject([
    { status: "fulfilled", value: 1 },
    { status: "rejected" },
    { status: "fulfilled", value: 3 },
  ]);
  expect(tried).toEqual([1, 2, 2, 3]);
  expect(count()).toBe(4);
  expect(await gathered(log, [], async () => "goes on")).toBe("goes on");
});

test("the next begins while the one before it is committed", async () => {
  let commit = (): void => undefined;
  const committing = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let count = 0;
  const gathered = createGathering({
    async inAgency(_agency, run) {
      count += 1;
      const isFirst = count === 1;
      const result = await run({ appendAtEnd: () => undefined } as unknown as Shard);
      if (isFirst) await committing;
      return result;
    },
  });
  const answered: string[] = [];
  const first = gathered(log, [], async () => "first").then((one) => answered.push(one));
  await gathered(log, [], async () => "second").then((one) => answered.push(one));
  expect(answered, "who pushed first is answered when it is committed").toEqual(["second"]);
  commit();
  await first;
  expect(answered).toEqual(["second", "first"]);
});
