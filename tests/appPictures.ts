import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { createTablet, type Tablet } from "./e2e/driver.ts";
import { serve } from "./e2e/serve.ts";
import { wordsIn } from "./e2e/words.ts";

/**
 * Pictures of the app itself, from the practice family: for the README, and for the shop window that a browser shows
 * before installing. The production build must be there.
 */
const folder = join(import.meta.dirname, "../public/screenshots");

const shapes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 450, height: 900 },
} as const;

type Shape = keyof typeof shapes;

const say = wordsIn("nl");

async function shoot(page: Page, shape: Shape, name: string): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${shape}-${name}.png`) });
}

async function walk(tablet: Tablet, shape: Shape): Promise<void> {
  const page = tablet.page();
  await tablet.open();
  await tablet.practise();
  await page.getByRole("heading", { name: say("practice:family") }).waitFor();
  await shoot(page, shape, "families");
  await page
    .getByRole("link", { name: say("practice:family") })
    .first()
    .click();
  await page.getByRole("heading", { name: say("casefile:overview.safety") }).waitFor();
  await page.waitForTimeout(1500);
  await shoot(page, shape, "overview");
  await tablet.startVisit();
  await page.waitForTimeout(500);
  await shoot(page, shape, "table");
  await tablet.handOver({ to: "Elif", language: "tr", tools: [say("handover:parts.safety")] });
  await tablet.answer(6);
  await shoot(page, shape, "together");
}

export async function drawApp(browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const served = await serve();
  try {
    for (const shape of Object.keys(shapes) as Shape[]) {
      const context = await browser.newContext({ viewport: shapes[shape], locale: "nl-NL" });
      const page = await context.newPage();
      await walk(
        createTablet(() => page, served.url),
        shape,
      );
      await context.close();
    }
  } finally {
    await served.close();
  }
}
