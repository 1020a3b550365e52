import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * `npm test` runs every step, also after one that failed, and ends with one line that adds up all tests. A step that
 * is no run of tests, such as the types, adds one failed where it fails. `npm run check` runs the quick steps: what only
 * reads the code beside the unit tests, since neither keeps two cores busy by itself.
 */

const root = join(import.meta.dirname, "..");
const packages = createRequire(import.meta.url);

/** `broken`: the names of those that failed, each with what it said. */
type Counts = { passed: number; failed: number; skipped: number; broken: readonly string[] };
/** What a command said and how it ended; said already where it was to speak for itself. */
type Ended = { readonly code: number; readonly said: string };
type Speech = "aloud" | "kept";
type Step = {
  readonly name: string;
  readonly run: (speech: Speech) => Promise<Ended>;
  /** Reads the counts that a run of tests left behind. */
  readonly counts?: () => Counts;
  /** Not run, and counted as failed, where this step failed before it. */
  readonly after?: string;
};

/** Runs a package's command with this Node, without a shell, so that it is the same on every system. */
const tool =
  (packageName: string, path: string, ...args: string[]) =>
  (speech: Speech): Promise<Ended> =>
    new Promise((resolve) => {
      const command = join(dirname(packages.resolve(`${packageName}/package.json`)), path);
      const told = speech === "aloud" ? "inherit" : "pipe";
      const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: ["ignore", told, told] });
      const said: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (part: Buffer) => said.push(part));
      child.on("close", (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }));
    });

const reportOf = (name: string): string => join(root, "test-results", `${name}.json`);

const fresh =
  (name: string, run: Step["run"]): Step["run"] =>
  (speech) => {
    rmSync(reportOf(name), { force: true });
    return run(speech);
  };

function readReport<Shape>(name: string): Shape | undefined {
  return existsSync(reportOf(name)) ? (JSON.parse(readFileSync(reportOf(name), "utf8")) as Shape) : undefined;
}

const noCounts: Counts = { passed: 0, failed: 0, skipped: 0, broken: [] };

/** A failed test's name, and the lines that say what was wrong rather than where. */
const brokenBy = (name: string, message: string): string =>
  [
    name,
    ...stripVTControlCharacters(message)
      .split("\n")
      .filter((line) => !/node_modules|<anonymous>/.test(line))
      .slice(0, 12),
  ].join("\n    ");

function vitestCounts(name: string): Counts {
  type Report = {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: {
      name: string;
      message: string;
      status: string;
      assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
    }[];
  };
  const report = readReport<Report>(name);
  if (!report) return noCounts;
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    const file = relative(root, name);
    // A file that could not be loaded has no tests that failed.
    if (failed.length === 0) return status === "failed" ? [brokenBy(file, message)] : [];
    return failed.map((one) => brokenBy(`${file}: ${one.fullName}`, one.failureMessages.join("\n")));
  });
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped, broken };
}

type Suite = {
  file: string;
  suites?: Suite[];
  specs: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[];
};

const brokenIn = ({ file, suites = [], specs }: Suite): string[] => [
  ...suites.flatMap(brokenIn),
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ results }) => brokenBy(`${file}: ${title}`, results.at(-1)?.error?.message ?? "")),
  ),
];

function playwrightCounts(): Counts {
  type Report = {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    suites: Suite[];
  };
  const report = readReport<Report>("e2e");
  if (!report) return noCounts;
  const { stats, suites } = report;
  // Playwright's own summary names those that needed a second try; see its configuration for which may have one.
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    broken: suites.flatMap(brokenIn),
  };
}

/** `projects`: a pattern of names, see `vite.config.ts`. */
const vitest = (name: string, projects = name): Step => ({
  name,
  run: fresh(
    name,
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

/** These only read: one after the other, and beside what runs. */
const read: readonly Step[] = [
  { name: "types", run: tool("typescript", "bin/tsc", "-p", ".") },
  { name: "types of the domain alone", run: tool("typescript", "bin/tsc", "-p", "src/domain") },
  { name: "lint and format", run: tool("@biomejs/biome", "bin/biome", "ci", ".") },
];

const unit = vitest("unit", "unit*");
const relay = vitest("relay");
const converge = vitest("converge");

const inChromium: readonly Step[] = [
  { name: "build", run: tool("vite", "bin/vite.js", "build") },
  { ...vitest("size"), after: "build" },
  {
    name: "e2e",
    run: fresh("e2e", tool("@playwright/test", "cli.js", "test", "-c", "tests/e2e/playwright.config.ts")),
    counts: playwrightCounts,
    after: "build",
  },
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

type Result = {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
  readonly said: string;
};

async function outcome(step: Step, broken: ReadonlySet<string>, speech: Speech): Promise<Result> {
  if (step.after && broken.has(step.after))
    return { step, counts: { ...noCounts, failed: 1 }, seconds: 0, said: "" };
  const start = performance.now();
  const { code, said } = await step.run(speech);
  const seconds = (performance.now() - start) / 1000;
  const counts = step.counts?.() ?? noCounts;
  // Such as a file that could not be loaded: no test of it was counted.
  return {
    step,
    counts: code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts,
    seconds,
    said,
  };
}

/** One after the other. Those that speak aloud say their name first, the others say all when they are asked. */
async function inTurn(steps: readonly Step[], speech: Speech): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const step of steps) {
    if (speech === "aloud") say(`\n── ${step.name}`);
    const broken = new Set(results.filter(({ counts }) => counts.failed > 0).map((one) => one.step.name));
    results.push(await outcome(step, broken, speech));
  }
  return results;
}

const totalled = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((sum, one) => sum + one.passed, 0),
  failed: counts.reduce((sum, one) => sum + one.failed, 0),
  skipped: counts.reduce((sum, one) => sum + one.skipped, 0),
  broken: counts.flatMap(({ broken }) => broken),
});

const told = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

async function checked(): Promise<readonly Result[]> {
  const [fromReading, fromUnit] = await Promise.all([inTurn(read, "kept"), inTurn([unit], "aloud")]);
  for (const { step, said } of fromReading) say(`\n── ${step.name}\n${said}`);
  return [...fromReading, ...fromUnit];
}

function tell(results: readonly Result[]): number {
  say("");
  for (const { step, counts, seconds } of results) {
    const how = step.counts ? told(counts) : counts.failed > 0 ? "failed" : "in order";
    say(`${step.name}: ${how} (${seconds.toFixed(1)} s)`);
  }
  const total = totalled(results.map(({ counts }) => counts));
  // Once more, where they are found: what they said at their turn stands thousands of lines above.
  for (const one of total.broken) say(`\n✘ ${one}`);
  say(told(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const quick = await checked();
process.exitCode = tell(
  process.argv[2] === "check"
    ? quick
    : [...quick, ...(await inTurn([relay, converge, ...inChromium], "aloud"))],
);
