import type { Page } from "@playwright/test";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createTablet, type Tablet } from "./driver.ts";
import { createLooks, type Looks } from "./looks.ts";
import { expect, test } from "./test.ts";

/** Everybody of the practice family, and the two workers. */
const names = ["Elif", "Bram", "Noor", "Sem", "Sevim", "Loes", "Anouk", "Marit", "Youssef"];

const familyTabs = ["", "/people", "/visits", "/assessment", "/plan", "/timeline", "/report", "/versions"];
const settings = ["language", "own-numbers", "locks", "storage", "offline", "practice"];

async function familyAddress(page: Page): Promise<string> {
  const href = await page.locator('a[href*="/families/"]').first().getAttribute("href");
  return href ?? "";
}

async function lookAt(tablet: Tablet, looks: Looks, path: string): Promise<void> {
  await tablet.goTo(path);
  await tablet.page().waitForTimeout(250);
  await looks.look(path.replace(/[0-9a-f]{32}/g, "…"));
}

for (const language of ["nl", "en"]) {
  test(`every page of a family, of the settings and of the app fits everybody (${language})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const tablet = createTablet(() => page, baseURL ?? "", language);
    const looks = createLooks(() => page, { names });
    await tablet.open();
    await tablet.practise();
    await tablet.goTo("/families");
    const family = await familyAddress(page);
    await looks.look("/families");
    for (const tab of familyTabs) await lookAt(tablet, looks, `${family}${tab}`);
    await lookAt(tablet, looks, `${family}/people/new`);
    for (const path of ["/settings", "/about", "/numbers", "/saved"]) await lookAt(tablet, looks, path);
    for (const part of settings) await lookAt(tablet, looks, `/settings/${part}`);
    await lookAt(tablet, looks, `${family}/safety`);
    expect(looks.found).toEqual([]);
  });
}

/** Half of the tools each, so that two workers share them. */
const halves = [instruments.filter((_, n) => n % 2 === 0), instruments.filter((_, n) => n % 2 === 1)];

for (const [half, tools] of halves.entries()) {
  test(`every tool fits everybody on a worker's screen (half ${half + 1})`, async ({ page, baseURL }) => {
    test.setTimeout(400_000);
    const tablet = createTablet(() => page, baseURL ?? "");
    const looks = createLooks(() => page, { names });
    await tablet.open();
    await tablet.practise();
    await tablet.goTo("/families");
    const family = await familyAddress(page);
    for (const { id } of tools) {
      await lookAt(tablet, looks, `${family}/tools/${id}`);
      const subject = page.locator(`.cards a[href*="about="]`).first();
      if (await subject.isVisible()) {
        await subject.click();
        await page.waitForTimeout(250);
        await looks.look(`${id}, about somebody`);
      }
      const parts = page.locator(".ui-tasks button");
      const count = await parts.count();
      for (let part = 0; part < count; part += 1) {
        const address = page.url();
        await parts.nth(part).click();
        await page.waitForTimeout(250);
        await looks.look(`${id}, part ${part + 1}`);
        await tablet.goTo(address.slice((baseURL ?? "").length));
        await expect(parts).toHaveCount(count);
      }
    }
    expect(looks.found).toEqual([]);
  });
}

test("a look finds what does not fit (so that the tests above can fail)", async ({ tablet }) => {
  const { page } = tablet;
  await page().evaluate(() => {
    const small = Object.assign(document.createElement("button"), { textContent: "Yılmaz" });
    small.style.cssText = "width: 30px; height: 30px; color: #999; background: #fff";
    const cut = Object.assign(document.createElement("div"), { textContent: "lang ".repeat(40) });
    cut.style.cssText = "width: 5rem; height: 2rem; overflow: hidden";
    const wide = document.createElement("div");
    wide.style.cssText = "width: 2000px; height: 1px";
    document.querySelector("main")?.append(small, cut, wide);
    document.title = "Familie Yılmaz";
  });
  const looks = createLooks(page, { names: ["Yılmaz"] });
  await looks.look("met opzet");
  const found = looks.found.join("\n");
  for (const one of ["color-contrast", "small 30", "wide 20", "cut <div", "met opzet: Yılmaz"])
    expect(found).toContain(one);
});
