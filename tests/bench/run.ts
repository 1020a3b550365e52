import { cpus } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { browserFlags, chromiumPath } from "../browser.ts";
import { serve } from "../e2e/serve.ts";
import type { Result } from "./measure.ts";
import type { BenchPage } from "./page.ts";

/** `npm run bench`, with `-- --json` for a program, with `-- <name>` for the measures whose name has that in it. */

type Line = Result & { slowdown: number };
type Planned = BenchPage["measures"][number];

const flags = process.argv.slice(2);
const asJson = flags.includes("--json");
const wanted = flags.filter((flag) => !flag.startsWith("--"));

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

/** A context of its own, so that no measure finds what another left. */
async function measured(browser: Browser, url: string, planned: Planned, slowdown: number): Promise<Line[]> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1280 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await open(page, url);
    if (planned.hasPrepare) {
      await prepare(page, planned.name);
      await open(page, url);
    }
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const results = await run(page, planned.name);
    return results.map((result) => ({ ...result, slowdown }));
  } finally {
    await context.close();
  }
}

async function measureAll(browser: Browser, url: string): Promise<Line[]> {
  const context = await browser.newContext();
  const planned = await open(await context.newPage(), url);
  await context.close();
  const chosen = planned.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const lines: Line[] = [];
  for (const one of chosen)
    for (const slowdown of one.slowdowns) lines.push(...(await measured(browser, url, one, slowdown)));
  return lines;
}

const isOver = ({ value, atMost, slowdown }: Line): boolean =>
  atMost !== undefined && slowdown === 1 && !(value <= atMost);

const rounded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(4));

function table(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map(({ id }) => id.length), 7);
  const rows = lines.map((line) => {
    const bar =
      line.atMost === undefined || line.slowdown !== 1
        ? ""
        : `at most ${line.atMost}${isOver(line) ? ", NOT HELD" : ""}`;
    return `${line.id.padEnd(widest)}  ${`${line.slowdown}×`.padStart(4)}  ${rounded(line.value).padStart(9)} ${line.unit.padEnd(6)} ${bar}`.trimEnd();
  });
  return [`${"measure".padEnd(widest)}  slow      value`, ...rows].join("\n");
}

await build({
  configFile: join(import.meta.dirname, "vite.config.ts"),
  logLevel: asJson ? "silent" : "warn",
});
const served = await serve(join(import.meta.dirname, "../../test-results/bench"));
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
