import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { createTablet, type Tablet } from "./driver.ts";
import { builtFolder, serve } from "./serve.ts";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

const next = "99.0.0";

/** The app built once more under another version: other parts under other names, and a service worker of its own. */
async function buildNext(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "keukentafel-next-"));
  await build({
    root: join(import.meta.dirname, "../.."),
    mode: "production",
    logLevel: "error",
    define: { "import.meta.env.VITE_VERSION": JSON.stringify(next) },
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
}

const partsOf = (folder: string): string[] => readdirSync(join(folder, "assets"));

/** The version that runs, as the app says it of itself. */
async function versionShown(tablet: Tablet): Promise<string> {
  await tablet.goTo("/about");
  const [before = "", after = ""] = tablet.say("settings:about.version", { version: "|" }).split("|");
  const line = tablet.page().getByText(new RegExp(`^${before}[0-9.]+${after}$`));
  return (await line.innerText()).slice(before.length);
}

const registered = (page: Page, what: "waiting" | "active"): Promise<boolean> =>
  page.evaluate(async (which) => {
    const registration = await navigator.serviceWorker.getRegistration();
    return Boolean(registration?.[which]);
  }, what);

test("a new version waits while a sentence is half typed, and comes when the app is locked", async ({
  page,
  setUpBefore: _,
}) => {
  test.setTimeout(180_000);
  const served = await serve();
  const folder = await buildNext();
  try {
    const old = new Set(partsOf(builtFolder));
    expect(partsOf(folder).some((part) => !old.has(part))).toBe(true);
    const tablet = createTablet(() => page, served.url);
    await tablet.open();
    const { words } = await tablet.setUp();
    const family = await tablet.newFamily("Familie Yılmaz");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await tablet.reload();
    await tablet.unlock(words);
    const first = await versionShown(tablet);
    expect(first).not.toBe(next);

    await tablet.goTo(`/families/${family}`);
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    const half = "Deze zin was niet af toen de nieuwe versie";
    await tablet.field("casefile:notes.new").pressSequentially(half);
    await served.change(folder);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => registered(page, "waiting"), { timeout: 30_000 }).toBe(true);
    await expect(tablet.field("casefile:notes.new")).toHaveValue(half);
    // Parts of the old version that were never opened are still here, though the server has them no longer.
    await tablet.activate(tablet.link("casefile:tabs.report"));
    await expect(tablet.heading("casefile:report.title").first()).toBeVisible();
    expect(await versionShown(tablet)).toBe(first);
    await tablet.goTo(`/families/${family}`);
    await expect(tablet.field("casefile:notes.new")).toHaveValue(half);

    await tablet.hide();
    await page.waitForTimeout(1000);
    await expect(tablet.heading("lock:hidden.title")).toBeVisible();
    expect(loads).toBe(0);

    await tablet.unhide();
    await expect.poll(() => loads, { timeout: 20_000 }).toBe(1);
    await tablet.unlock(words);
    await expect(tablet.field("casefile:notes.new")).toHaveValue(half);
    expect(await registered(page, "waiting")).toBe(false);
    expect(await versionShown(tablet)).toBe(next);
    expect(loads).toBe(1);
  } finally {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("while a new version is being fetched, this one stays ready for a visit without a network", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  const shown = (key: string) => page().getByText(say(key), { exact: true });
  await page().evaluate(() => navigator.serviceWorker.ready);
  await tablet.goTo("/settings/offline");
  await expect(shown("settings:offline.ready")).toBeVisible();
  await expect(shown("settings:offline.newerComing")).toHaveCount(0);
  // As it is half-way: the newer list lies there already, what it names does not, and the worker is still at it.
  await page().evaluate(async () => {
    const [name = ""] = await caches.keys();
    const store = await caches.open(name);
    const [own] = await store.keys("/files.json", { ignoreSearch: true });
    const list = own && (await store.match(own));
    if (!own || !list) throw new Error("no list of files is kept");
    await store.delete(own);
    await store.put("/files.json?__WB_REVISION__=newer", Response.json(["/assets/index-newer.js"]));
    await store.put(own, list);
    const active = await navigator.serviceWorker.getRegistration();
    const half = { active: active?.active, installing: active?.active };
    navigator.serviceWorker.getRegistration = async () => half as unknown as ServiceWorkerRegistration;
  });
  await tablet.press("settings:offline.again");
  await expect(shown("settings:offline.newerComing")).toBeVisible();
  await expect(shown("settings:offline.ready")).toBeVisible();
  await expect(shown("settings:offline.notReady")).toHaveCount(0);
});
