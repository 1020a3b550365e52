import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTablet } from "./driver.ts";
import { builtFolder, serve } from "./serve.ts";
import { expect, test } from "./test.ts";

/** The same app with another first page, and a service worker that knows of it. */
function nextVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), "keukentafel-next-"));
  cpSync(builtFolder, folder, { recursive: true });
  const page = join(folder, "index.html");
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace("<head>", '<head><meta name="version" content="next">'),
  );
  const worker = join(folder, "sw.js");
  const before = readFileSync(worker, "utf8");
  const after = before.replace(/(\{[^{}]*"?url"?:\s*"index\.html"[^{}]*\})/, (entry) =>
    entry.replace(/"?revision"?:\s*"[0-9a-f]+"/, 'revision:"next"'),
  );
  if (after === before) throw new Error("The service worker does not name the page as expected.");
  writeFileSync(worker, after);
  return folder;
}

test("a new version waits while a sentence is half typed, and comes when the app is locked", async ({
  page,
  setUpBefore: _,
}) => {
  const served = await serve();
  const next = nextVersion();
  try {
    const tablet = createTablet(() => page, served.url);
    const isNext = () => page.locator('meta[name="version"][content="next"]').count();
    await tablet.open();
    const { words } = await tablet.setUp();
    await tablet.newFamily("Familie Yılmaz");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await tablet.reload();
    await tablet.unlock(words);

    const half = "Deze zin was niet af toen de nieuwe versie";
    await tablet.field("casefile:notes.new").pressSequentially(half);
    await served.change(next);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    const waits = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
    await expect.poll(waits, { timeout: 30_000 }).toBe(true);
    expect(await isNext()).toBe(0);
    await expect(tablet.field("casefile:notes.new")).toHaveValue(half);

    await tablet.hide();
    await page.waitForTimeout(1000);
    await expect(tablet.heading("lock:hidden.title")).toBeVisible();
    expect(await isNext()).toBe(0);

    await tablet.unhide();
    await expect.poll(isNext, { timeout: 20_000 }).toBe(1);
    await tablet.unlock(words);
    await expect(tablet.field("casefile:notes.new")).toHaveValue(half);
  } finally {
    await served.close();
    rmSync(next, { recursive: true, force: true });
  }
});
