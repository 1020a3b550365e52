import type { Page } from "@playwright/test";
import { createTablet } from "./driver.ts";
import { serve } from "./serve.ts";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

const appears = (page: Page) => expect(page.locator("#root")).not.toBeEmpty();

/** The first visit's cache is whole once the service worker is active. */
const readyForOffline = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active && active.state !== "activated") {
      await new Promise((resolve) => active.addEventListener("statechange", resolve, { once: true }));
    }
  });

test("the app appears, under a neutral title and the final security headers", async ({ page }) => {
  const answer = await page.goto("/");
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"]).toContain(
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self';",
  );
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  await appears(page);
  await expect(page).toHaveTitle("Keukentafel");
});

test("after one visit everything comes from this device, also with the server gone", async ({ page }) => {
  const served = await serve();
  await page.goto(served.url);
  await appears(page);
  await readyForOffline(page);
  await served.close();

  await page.reload();
  await appears(page);
  await page.goto(`${served.url}/families`);
  await appears(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
    `${served.url}/sw.js`,
  );
});

test("without a visit before there is nothing from this device (so that the test above can fail)", async ({
  page,
}) => {
  const served = await serve();
  await served.close();
  await expect(page.goto(served.url)).rejects.toThrow("ERR_CONNECTION_REFUSED");
});

test("the browser finds the app fit to be installed", async ({ page }) => {
  await page.goto("/");
  await readyForOffline(page);
  await page.reload();
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A test's window is a private one, which installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("an offence is seen: a style of one's own, an error, another origin", async ({ page, offences }) => {
  await page.goto("/");
  await page.evaluate(async () => {
    document.head.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }));
    setTimeout(() => {
      throw new Error("met opzet");
    });
    await fetch("https://elders.example/").catch(() => undefined);
  });
  await expect.poll(() => offences.found().join("\n")).toContain("uncaught: Error: met opzet");
  expect(offences.found().join("\n")).toContain("policy: style-src-elem refused inline");
  expect(offences.found().join("\n")).toContain("policy: connect-src refused https://elders.example/");
  offences.allow(/./);
});

test("with twice as large a text on a phone, no word of the bar is broken, and Verberg keeps its side", async ({
  page,
  baseURL,
}) => {
  const tablet = createTablet(() => page, baseURL ?? "");
  await tablet.open();
  await tablet.practise();
  const family = page.getByRole("link", { name: tablet.say("practice:family") });
  await tablet.activate(family.first());
  const bar = page.locator(".ui-topbar");
  const safe = bar.getByRole("link", { name: tablet.say("common:safety"), exact: true });
  const verberg = bar.getByRole("button", { name: tablet.say("lock:hide"), exact: true });
  await expect(safe).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  const broken = await bar.evaluate((element) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of (text.textContent ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (range.getClientRects().length > 1) found.push(word);
      }
    }
    return found;
  });
  expect(broken).toEqual([]);
  const [safety, hide] = [await safe.boundingBox(), await verberg.boundingBox()];
  expect(safety?.y).toBe(hide?.y);
  expect(hide?.x).toBeGreaterThan(safety?.x ?? 0);
});
