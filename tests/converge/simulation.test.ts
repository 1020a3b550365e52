import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sum } from "./run.ts";
import { missingIn } from "./run.ts";

const seeds = Number(process.env.KEUKENTAFEL_SEEDS || 1000);

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
