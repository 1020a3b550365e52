import { gzipSync } from "node:zlib";
import { expect, test } from "./test.ts";

/** In bytes, gzipped: the bar of the design. */
const limit = 200_000;

test("the JavaScript fetched until the first screen works is at most 200 KB gzipped", async ({ page }) => {
  const scripts = new Map<string, number>();
  // The service worker fetches the rest later; that is no part of the page's own answers.
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body(), { level: 9 }).byteLength);
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.locator("#root")).not.toBeEmpty();
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  test
    .info()
    .annotations.push({ type: "size", description: `${total} bytes gzipped in ${scripts.size} files` });
  expect(scripts.size).toBeGreaterThan(0);
  expect(total, [...scripts].map(([path, size]) => `${path} ${size}`).join("\n")).toBeLessThanOrEqual(limit);
});
