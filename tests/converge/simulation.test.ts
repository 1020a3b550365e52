import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sum } from "./run.ts";
import { missingIn, simulateInMemory } from "./run.ts";

const seeds = Number(process.env.KEUKENTAFEL_SEEDS || 500);

/** Histories that once went wrong, by what was wrong then. They stay. */
const remembered: readonly (readonly [number, string])[] = [
  [6, "what followed an entry that was held back was offered for ever"],
  [14, "what was left as late by a cloned tablet had its twin's numbers"],
  [22, "a restored relay had lost what was left with it as late"],
  [63, "an entry stood on the relay and was outside for all"],
  [88, "who came back to a case kept an entry as late"],
  [143, "an entry was lost between its receipt and its being heard"],
  [1001, "a revoked, cloned tablet could give its entries no other name"],
  [1024, "nobody else had the key of what was left as late"],
  [1047, "a statement was lost between its being offered again and its being heard"],
];

test.each(remembered)("history %i, in which %s, loses nothing", async (seed) => {
  const { diverged, lost } = await simulateInMemory(seed);
  expect([...diverged, ...lost]).toEqual([]);
});

test("whatever a network, a relay and its people do, all who work in a case end with the same, and nothing is lost", {
  timeout: 900_000,
}, () => {
  const run = join(import.meta.dirname, "run.ts");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", run, "--seeds", `${seeds}`, "--from", "1"],
    { encoding: "utf8" },
  );
  const lines = stdout.trim().split("\n");
  const sum = JSON.parse(lines.at(-1) ?? "{}") as Sum;
  expect(lines.slice(0, -1).concat(stderr ? [stderr] : [])).toEqual([]);
  expect(sum).toMatchObject({ seeds, ops: seeds * 200, diverged: 0, lost: 0 });
  expect(status).toBe(0);
  expect(missingIn(sum), "it really was a bad year").toEqual([]);
});
