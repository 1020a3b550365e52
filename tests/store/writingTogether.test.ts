import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase, removeDatabase } from "../../src/store/database.ts";
import { createWritingTogether, type WritingTogether } from "../../src/store/writingTogether.ts";

let database: Database;
let writing: WritingTogether;
let transactions: number;

beforeEach(async () => {
  database = openDatabase("writing-together", "strict");
  database.use({
    stack: "dbcore",
    create: (core) => ({
      ...core,
      transaction: (...asked) => {
        if (asked[1] === "readwrite") transactions += 1;
        return core.transaction(...asked);
      },
    }),
  });
  await database.open();
  writing = createWritingTogether(database, [database.cursors]);
  transactions = 0;
});

afterEach(async () => {
  database.close();
  await removeDatabase("writing-together");
});

const put = (log: string) => async (): Promise<string> => {
  await database.cursors.put({ log, seq: 1, chain: "" });
  return log;
};

const kept = (): Promise<readonly string[]> => database.cursors.orderBy("log").primaryKeys();

test("what is asked for at once goes in one transaction, and each hears of its own", async () => {
  expect(await Promise.all(["a", "b", "c"].map((log) => writing(put(log))))).toEqual(["a", "b", "c"]);
  expect(await kept()).toEqual(["a", "b", "c"]);
  expect(transactions).toBe(1);
});

test("what is asked for while one is under way waits for the next, and a hundred go in a few", async () => {
  const logs = Array.from({ length: 100 }, (_, n) => String(n).padStart(3, "0"));
  const first = writing(put("first"));
  await Promise.resolve();
  await Promise.all([first, ...logs.map((log) => writing(put(log)))]);
  expect(await kept()).toEqual([...logs, "first"]);
  expect(transactions).toBeLessThanOrEqual(9);
});

test("one that fails takes none with it, leaves nothing of its own, and says why", async () => {
  const bad = writing(async () => {
    await put("half")();
    throw new Error("no");
  });
  const results = await Promise.allSettled([writing(put("a")), bad, writing(put("c"))]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await kept()).toEqual(["a", "c"]);
  // And it goes on.
  await writing(put("d"));
  expect(await kept()).toEqual(["a", "c", "d"]);
});
