import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { openBrowser } from "../e2e/chromium.ts";
import { createTablet } from "../e2e/driver.ts";
import { serve } from "../e2e/serve.ts";
import { median, type Result } from "./measure.ts";

/** What is measured of the finished build itself, in a browser as a tablet has it. */
export type AppMeasure = {
  readonly name: string;
  readonly run: (browser: Browser) => Promise<readonly (Result & { slowdown: number })[]>;
};

type Timed = Window & { timed?: number };

const slow = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
};

const timedIn = async (page: Page): Promise<number> => {
  const found = await page.waitForFunction(() => (window as Timed).timed, undefined, { polling: 50 });
  return (await found.jsonValue()) ?? Number.NaN;
};

/** Runs in the page before anything of the app: says when there is a field to type the words in, and it is painted. */
function watchLockScreen(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(":is(input, textarea):enabled")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        (window as Timed).timed = performance.now();
      };
      channel.port2.postMessage(undefined);
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** A tablet that was set up, used and switched off, with everything that offline needs. */
async function setUpTablet(profile: string): Promise<string> {
  const served = await serve();
  const { context, close } = await openBrowser(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const tablet = createTablet(() => page, served.url);
  await tablet.open();
  await tablet.setUp();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await tablet.reload();
  await close();
  // From here on nobody answers at this address: what comes, comes from the tablet.
  await served.close();
  return served.url;
}

/** Another browser each time, so that nothing is warm: from the navigation until the lock screen takes the words. */
async function coldStart(profile: string, url: string, slowdown: number): Promise<number> {
  const { context, close } = await openBrowser(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await context.addInitScript(watchLockScreen);
    await slow(page, slowdown);
    await page.goto(url, { waitUntil: "commit" });
    return await timedIn(page);
  } finally {
    await close();
  }
}

const firstScreen: AppMeasure = {
  name: "first-screen",
  run: async () => {
    const profile = await mkdtemp(join(tmpdir(), "keukentafel-bench-"));
    try {
      const url = await setUpTablet(profile);
      const lines: (Result & { slowdown: number })[] = [];
      for (const slowdown of [1, 4]) {
        const samples: number[] = [];
        for (let i = 0; i < 5; i += 1) samples.push(await coldStart(profile, url, slowdown));
        lines.push({
          id: "first-screen.offline",
          value: median(samples),
          unit: "ms",
          atMost: 1_500,
          slowdown,
        });
      }
      return lines;
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** Taps as a finger does, and says how long after that the choice shows as made, painted. */
async function tapToMarked(page: Page, index: number): Promise<number> {
  const target = page.locator("main .ui-segments").first().locator("button").nth(index);
  await target.evaluate((button) => {
    const page = window as Timed;
    delete page.timed;
    let tapped = Number.NaN;
    document.addEventListener(
      "pointerup",
      (event) => {
        tapped = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const observer = new MutationObserver(() => {
      if (Number.isNaN(tapped) || button.getAttribute("aria-pressed") !== "true") return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          page.timed = performance.now() - tapped;
        };
        channel.port2.postMessage(undefined);
      });
    });
    observer.observe(button, { attributes: true });
  });
  await target.click();
  return timedIn(page);
}

const tapping: AppMeasure = {
  name: "tap",
  run: async (browser) => {
    const served = await serve();
    const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "nl-NL" });
    try {
      const page = await context.newPage();
      const tablet = createTablet(() => page, served.url);
      await tablet.open();
      await tablet.practise();
      await tablet.goTo("/families");
      const family = await page.locator('a[href*="/families/"]').first().getAttribute("href");
      // A checklist about the first child, with its four hundred entries behind it.
      await tablet.goTo(`${family}/tools/parenting-signals`);
      await page.locator('main a[href*="about="]').first().click();
      await page.locator("main .ui-tasks button").first().click();
      const lines: (Result & { slowdown: number })[] = [];
      for (const slowdown of [1, 4]) {
        await slow(page, slowdown);
        const samples: number[] = [];
        for (let i = 0; i < 24; i += 1) samples.push(await tapToMarked(page, i % 2));
        const value = median(samples.slice(4));
        // The bar is for a processor at its own speed; slowed, it is reported.
        lines.push({
          id: "tap.to-marked",
          value,
          unit: "ms",
          ...(slowdown === 1 ? { atMost: 100 } : {}),
          slowdown,
        });
      }
      return lines;
    } finally {
      await context.close();
      await served.close();
    }
  },
};

export const appMeasures: readonly AppMeasure[] = [firstScreen, tapping];
