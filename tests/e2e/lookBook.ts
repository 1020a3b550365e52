import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Page, test } from "@playwright/test";

/**
 * Everything that a test looks at, drawn in three sizes into the folder that `KEUKENTAFEL_LOOKBOOK` names, so that
 * people can look too: one folder per test, one picture per screen, language and size.
 *
 *   KEUKENTAFEL_LOOKBOOK=/tmp/book npm run e2e -- e2e/looks e2e/agency e2e/sharing
 */
const folder = process.env.KEUKENTAFEL_LOOKBOOK;

/** What a test speaks that doesn't say: only for a book, and only those tests that are written in no language. */
export const bookLanguage = process.env.KEUKENTAFEL_LANGUAGE ?? "nl";

/** Lying comes last: what is somebody's own folds when the tablet turns. */
const sizes = {
  upright: { width: 800, height: 1280 },
  phone: { width: 390, height: 844 },
  lying: { width: 1280, height: 800 },
} as const;

/** Those that a run checks; and, for a book, also those that share all of their layout with one that is checked. */
export const inLanguages = (checked: readonly string[], drawn: readonly string[]): readonly string[] =>
  folder === undefined ? checked : [...checked, ...drawn];

const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);

let count = 0;

/** Draws the screen as it stands, whole and in each size, where a book is asked for; and leaves it in the size it had. */
export async function draw(page: Page, where: string): Promise<void> {
  if (folder === undefined) return;
  const own = page.viewportSize();
  const into = join(folder, plain(test.info().title));
  mkdirSync(into, { recursive: true });
  count += 1;
  const language = await page.locator("html").getAttribute("lang");
  const name = `${String(count).padStart(3, "0")}-${plain(where)}.${language}`;
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(120);
    await page.screenshot({
      path: join(into, `${name}.${size}.png`),
      fullPage: true,
      animations: "disabled",
    });
  }
  if (own) await page.setViewportSize(own);
}
