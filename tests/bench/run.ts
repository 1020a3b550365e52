import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { isStale } from "../../src/server/buildIfStale.ts";
import { browserFlags, chromiumPath } from "../browser.ts";
import { serveRelay } from "../e2e/serveRelay.ts";
import { appMeasures } from "./app.ts";
import type { Result } from "./measure.ts";
import type { BenchPage } from "./page.ts";
import { relayMeasures } from "./relay/measures.ts";

/** `npm run bench`, with `-- --json` for a program, with `-- <name>` for the measures whose name has that in it. */

type Line = Result & { slowdown: number };
type Planned = BenchPage["measures"][number];

const flags = process.argv.slice(2);
const asJson = flags.includes("--json");
const wanted = flags.filter((flag) => !flag.startsWith("--"));

const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part));

type BenchWindow = Window & { benchPage: BenchPage };

const prepare = (page: Page, name: string): Promise<void> =>
  page.evaluate((measure) => (window as unknown as BenchWindow).benchPage.prepare(measure), name);

const run = (page: Page, name: string): Promise<readonly Result[]> =>
  page.evaluate((measure) => (window as unknown as BenchWindow).benchPage.run(measure), name);

async function open(page: Page, url: string): Promise<readonly Planned[]> {
  await page.goto(url);
  await page.waitForFunction(() => "benchPage" in window);
  return page.evaluate(() => (window as unknown as BenchWindow).benchPage.measures);
}

async function inContext<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 } });
  try {
    const secret = new URL(await served.setUpLink()).hash.slice(1);
    await context.addInitScript((given) => Object.assign(window, { setUpSecret: given }), secret);
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    return await use(page);
  } finally {
    await context.close();
  }
}

async function slowed(page: Page, url: string, name: string, slowdown: number): Promise<Line[]> {
  await open(page, url);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const results = await run(page, name);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return results.map(({ atMost, ...result }) =>
    atMost === undefined || slowdown !== 1 ? { ...result, slowdown } : { ...result, slowdown, atMost },
  );
}

/**
 * In a context of its own, so that no measure finds what another left. What is prepared serves every speed; what
 * prepares itself begins anew at each.
 */
async function measured(browser: Browser, url: string, planned: Planned): Promise<Line[]> {
  const { name, slowdowns, hasPrepare } = planned;
  if (!hasPrepare) {
    const lines: Line[] = [];
    for (const one of slowdowns)
      lines.push(...(await inContext(browser, (page) => slowed(page, url, name, one))));
    return lines;
  }
  return inContext(browser, async (page) => {
    await open(page, url);
    const start = performance.now();
    await prepare(page, name);
    const prepared = {
      id: `${name}.prepare`,
      value: performance.now() - start,
      unit: "ms",
      slowdown: 1,
    } as const;
    const lines: Line[] = [prepared];
    for (const one of slowdowns) lines.push(...(await slowed(page, url, name, one)));
    return lines;
  });
}

async function measureAll(browser: Browser, url: string): Promise<Line[]> {
  const context = await browser.newContext();
  const planned = await open(await context.newPage(), url);
  await context.close();
  const chosen = planned.filter(({ name }) => isWanted(name));
  const lines: Line[] = [];
  for (const one of chosen) lines.push(...(await measured(browser, url, one)));
  for (const { name, run } of appMeasures) if (isWanted(name)) lines.push(...(await run(browser)));
  for (const { name, run } of relayMeasures) {
    if (isWanted(name)) lines.push(...(await run()).map((result) => ({ ...result, slowdown: 1 })));
  }
  return lines;
}

const isOver = ({ value, atMost }: Line): boolean => atMost !== undefined && !(value <= atMost);

const rounded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(4));

function table(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map(({ id }) => id.length), 7);
  const rows = lines.map((line) => {
    const bar = line.atMost === undefined ? "" : `at most ${line.atMost}${isOver(line) ? ", NOT HELD" : ""}`;
    return `${line.id.padEnd(widest)}  ${`${line.slowdown}×`.padStart(4)}  ${rounded(line.value).padStart(9)} ${line.unit.padEnd(6)} ${bar}`.trimEnd();
  });
  return [`${"measure".padEnd(widest)}  slow      value`, ...rows].join("\n");
}

const root = join(import.meta.dirname, "../..");

/** What the build says goes to the side: with `--json` nothing else may stand on the output. */
function buildApp(): void {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const { status } = spawnSync(process.execPath, [vite, "build"], {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) throw new Error("The app could not be built.");
}

if (appMeasures.some(({ name }) => isWanted(name)) && isStale(root)) buildApp();
await build({
  configFile: join(import.meta.dirname, "vite.config.ts"),
  logLevel: asJson ? "silent" : "warn",
});
// Isolated, a page's clock ticks every 5 µs instead of every 100: a plain put takes six of those.
const isolated = { "cross-origin-embedder-policy": "require-corp" };
const served = await serveRelay(join(root, "test-results/bench"), isolated);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...browserFlags] });
try {
  const results = await measureAll(browser, served.url);
  const machine = {
    browser: browser.version(),
    processors: cpus().length,
    processor: cpus()[0]?.model ?? "",
  };
  const held = !results.some(isOver);
  process.stdout.write(`${asJson ? JSON.stringify({ machine, held, results }, null, 2) : table(results)}\n`);
  process.exitCode = held ? 0 : 1;
} finally {
  await browser.close();
  await served.close();
}
