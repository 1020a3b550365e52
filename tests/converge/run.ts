import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createMemoryTables } from "../server/memoryTables.ts";
import { type Outcome, simulate } from "./simulation.ts";

/**
 * `npm run sim -- --seeds N --from S`: N histories from seed S on, over as many processes as there are cores. Ends with one
 * line of JSON. Each seed plays the same history on every machine: one that fails can be looked at by itself.
 */

export type Sum = {
  readonly seeds: number;
  readonly ops: number;
  readonly diverged: number;
  readonly lost: number;
  readonly rollbacks: number;
  readonly conflicts: number;
  readonly forks: number;
  readonly vanished: number;
  readonly removals: number;
  readonly revocations: number;
  /** How often what lay as late was taken in. */
  readonly takenIn: number;
  /** Devices that were held against another of the same case in the end. */
  readonly compared: number;
};

const opsPerSeed = 200;

const none: Sum = {
  ...{ seeds: 0, ops: 0, diverged: 0, lost: 0, rollbacks: 0 },
  ...{ conflicts: 0, forks: 0, vanished: 0, removals: 0, revocations: 0 },
  ...{ takenIn: 0, compared: 0 },
};

const added = (a: Sum, b: Sum): Sum => ({
  seeds: a.seeds + b.seeds,
  ops: a.ops + b.ops,
  diverged: a.diverged + b.diverged,
  lost: a.lost + b.lost,
  rollbacks: a.rollbacks + b.rollbacks,
  conflicts: a.conflicts + b.conflicts,
  forks: a.forks + b.forks,
  vanished: a.vanished + b.vanished,
  removals: a.removals + b.removals,
  revocations: a.revocations + b.revocations,
  takenIn: a.takenIn + b.takenIn,
  compared: a.compared + b.compared,
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function sumOf({ happened, compared, diverged, lost }: Outcome): Sum {
  const { rollbacks, conflicts, forks, vanished, removals, revocations, takenIn } = happened;
  const counts = { rollbacks, conflicts, forks, vanished, removals, revocations, takenIn, compared };
  return { ...counts, seeds: 1, ops: opsPerSeed, diverged: diverged.length, lost: lost.length };
}

/** One history over tables in memory. */
export function simulateInMemory(seed: number): Promise<Outcome> {
  const { backup, restore, inAgency } = createMemoryTables();
  return simulate(
    seed,
    {
      inAgency,
      backup: async () => backup(),
      restore: async (from) => restore(from as ReturnType<typeof backup>),
    },
    opsPerSeed,
  );
}

async function some(from: number, seeds: number): Promise<Sum> {
  let sum = none;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await simulateInMemory(seed);
    for (const wrong of [...outcome.diverged, ...outcome.lost]) say(wrong);
    sum = added(sum, sumOf(outcome));
  }
  return sum;
}

/** Another process with its share; what it says of single seeds is passed on, its last line is its sum. */
function inAnother(from: number, seeds: number): Promise<Sum> {
  const child = spawn(process.execPath, [
    "--import",
    "tsx",
    import.meta.filename,
    "share",
    `${from}`,
    `${seeds}`,
  ]);
  let said = "";
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
  });
  child.stderr.pipe(process.stderr);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      const lines = said.trim().split("\n");
      const last = lines.pop() ?? "";
      if (code !== 0) return reject(new Error(`seeds from ${from}: ended with ${code}`));
      for (const line of lines) if (line) say(line);
      resolve(JSON.parse(last) as Sum);
    });
  });
}

function optionOf(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`--${name} is a whole number from 0 on`);
  return value;
}

/** A simulation in which little happened shows nothing: what did not happen at all. */
export const missingIn = ({ seeds: _seeds, ops: _ops, diverged: _diverged, lost: _lost, ...happened }: Sum) =>
  Object.entries(happened).flatMap(([what, count]) => (count === 0 ? [what] : []));

async function main(): Promise<void> {
  const [, , share, from, seeds] = process.argv;
  if (share === "share") return say(JSON.stringify(await some(Number(from), Number(seeds))));
  const all = optionOf("seeds", 200);
  const first = optionOf("from", 1);
  const processes = Math.max(1, Math.min(availableParallelism(), all));
  const shares = Array.from({ length: processes }, (_, i) => {
    const start = Math.floor((all * i) / processes);
    return inAnother(first + start, Math.floor((all * (i + 1)) / processes) - start);
  });
  const sum = (await Promise.all(shares)).reduce(added, none);
  say(JSON.stringify(sum));
  const isWrong = sum.diverged + sum.lost > 0 || (all >= 50 && missingIn(sum).length > 0);
  if (isWrong) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();
