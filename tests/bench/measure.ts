/** What a measure tells. The same id at another speed is another line. */
export type Result = {
  readonly id: string;
  readonly value: number;
  readonly unit: "ms" | "ratio" | "bytes" | "count";
  /** A bar of the design: above it the bench fails. A measure that runs in the page has it at full speed. */
  readonly atMost?: number;
};

export type Measure = {
  readonly name: string;
  /** How many times slower than this machine's processor. Absent: at full speed, and once more four times slowed. */
  readonly slowdowns?: readonly number[];
  /** Fills what `run` finds. The page is loaded anew in between, so that `run` starts cold. */
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<readonly Result[]>;
};

/** The middle of an odd number of samples, the mean of the middle two of an even number. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** Milliseconds of each of `times` runs, one after the other, after `warmUp` runs that do not count. */
export async function timed(
  times: number,
  run: (index: number) => Promise<void>,
  warmUp = 5,
): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < warmUp + times; index++) {
    const start = performance.now();
    await run(index);
    if (index >= warmUp) samples.push(performance.now() - start);
  }
  return samples;
}
