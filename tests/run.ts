import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * `npm test` runs every step, also after one that failed, and ends with one line that adds up all tests. A step that
 * is no run of tests, such as the types, adds one failed where it fails. `npm run check` runs the quick steps.
 */

const root = join(import.meta.dirname, "..");
const packages = createRequire(import.meta.url);

type Counts = { passed: number; failed: number; skipped: number };
type Step = {
  readonly name: string;
  readonly run: () => number;
  /** Reads the counts that a run of tests left behind. */
  readonly counts?: () => Counts;
  /** Not run, and counted as failed, where this step failed before it. */
  readonly after?: string;
};

/** Runs a package's command with this Node, without a shell, so that it is the same on every system. */
function tool(packageName: string, path: string, ...args: string[]): number {
  const command = join(dirname(packages.resolve(`${packageName}/package.json`)), path);
  return spawnSync(process.execPath, [command, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}

const reportOf = (name: string): string => join(root, "test-results", `${name}.json`);

function fresh(name: string, run: () => number): number {
  rmSync(reportOf(name), { force: true });
  return run();
}

function readReport<Shape>(name: string): Shape | undefined {
  return existsSync(reportOf(name)) ? (JSON.parse(readFileSync(reportOf(name), "utf8")) as Shape) : undefined;
}

const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

function vitestCounts(name: string): Counts {
  type Report = {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  const report = readReport<Report>(name);
  if (!report) return noCounts;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

function playwrightCounts(): Counts {
  type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  const stats = readReport<Report>("e2e")?.stats;
  if (!stats) return noCounts;
  // Playwright's own summary names those that needed a second try; see its configuration for which may have one.
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** `projects`: a pattern of names, see `vite.config.ts`. */
const vitest = (name: string, projects = name): Step => ({
  name,
  run: () =>
    fresh(name, () =>
      tool(
        "vitest",
        "vitest.mjs",
        "run",
        "--project",
        projects,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportOf(name)}`,
      ),
    ),
  counts: () => vitestCounts(name),
});

const check: readonly Step[] = [
  { name: "types", run: () => tool("typescript", "bin/tsc", "-p", ".") },
  { name: "types of the domain alone", run: () => tool("typescript", "bin/tsc", "-p", "src/domain") },
  { name: "lint and format", run: () => tool("@biomejs/biome", "bin/biome", "ci", ".") },
  vitest("unit", "unit*"),
];

const all: readonly Step[] = [
  ...check,
  { name: "build", run: () => tool("vite", "bin/vite.js", "build") },
  { ...vitest("size"), after: "build" },
  {
    name: "e2e",
    run: () =>
      fresh("e2e", () => tool("@playwright/test", "cli.js", "test", "-c", "tests/e2e/playwright.config.ts")),
    counts: playwrightCounts,
    after: "build",
  },
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function outcome(step: Step, broken: ReadonlySet<string>): Counts {
  if (step.after && broken.has(step.after)) return { ...noCounts, failed: 1 };
  const code = step.run();
  const counts = step.counts?.() ?? noCounts;
  // Such as a file that could not be loaded: no test of it was counted.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const totalled = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((sum, one) => sum + one.passed, 0),
  failed: counts.reduce((sum, one) => sum + one.failed, 0),
  skipped: counts.reduce((sum, one) => sum + one.skipped, 0),
});

const told = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

function runAll(steps: readonly Step[]): number {
  const broken = new Set<string>();
  const results: { step: Step; counts: Counts; seconds: number }[] = [];
  for (const step of steps) {
    say(`\n── ${step.name}`);
    const start = performance.now();
    const counts = outcome(step, broken);
    if (counts.failed > 0) broken.add(step.name);
    results.push({ step, counts, seconds: (performance.now() - start) / 1000 });
  }
  say("");
  for (const { step, counts, seconds } of results) {
    const how = step.counts ? told(counts) : counts.failed > 0 ? "failed" : "in order";
    say(`${step.name}: ${how} (${seconds.toFixed(1)} s)`);
  }
  const total = totalled(results.map(({ counts }) => counts));
  say(told(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exitCode = runAll(process.argv[2] === "check" ? check : all);
