import type { Result } from "./measure.ts";
import { measures } from "./measures.ts";

/** What the runner outside the page may call. */
export type BenchPage = {
  readonly measures: readonly { name: string; slowdowns: readonly number[]; hasPrepare: boolean }[];
  readonly prepare: (name: string) => Promise<void>;
  readonly run: (name: string) => Promise<readonly Result[]>;
};

function measureOf(name: string) {
  const found = measures.find((measure) => measure.name === name);
  if (!found) throw new Error(`There is no measure "${name}".`);
  return found;
}

const benchPage: BenchPage = {
  measures: measures.map(({ name, slowdowns, prepare }) => ({
    name,
    slowdowns: slowdowns ?? [1, 4],
    hasPrepare: prepare !== undefined,
  })),
  prepare: async (name) => measureOf(name).prepare?.(),
  run: (name) => measureOf(name).run(),
};

Object.assign(window, { benchPage });
