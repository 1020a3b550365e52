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

/** One of these pages says whether everything is here for offline. */
test.describe("with all that offline needs", () => {
  test.use({ serviceWorkers: "allow" });

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
});

/** The steps of setting up with a mistake in each, up to the empty list of families. @returns the five words. */
async function setUpLooking({ page, press, say, field, write, typePin, tick }: Tablet, looks: Looks) {
  await page()
    .getByRole("radio")
    .filter({ has: page().locator(`bdi[lang=${await page().locator("html").getAttribute("lang")}]`) })
    .click();
  await looks.look("welcome");
  await press("start:next");
  await looks.look("way");
  await press("start:way.practice.title");
  await looks.look("practice explained");
  await press("start:back");
  await press("start:way.setUp.title");
  await press("start:next");
  await looks.look("name, empty");
  await write(field("start:name.label"), "Marit");
  await press("start:next");
  const list = page().getByRole("list", { name: say("start:words.label"), exact: true });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  const words = await list.getByRole("listitem").allInnerTexts();
  await looks.look("words");
  await press("start:words.written");
  await write(field("start:confirm.label"), "niet deze vijf woorden hier");
  await press("start:next");
  await looks.look("words, typed wrong");
  await write(field("start:confirm.label"), words.join(" "));
  await press("start:next");
  await typePin("284613");
  await expect(page().getByText(say("start:pin.second"), { exact: true }).first()).toBeVisible();
  await typePin("284614");
  await looks.look("pin, twice different");
  for (const question of ["start:pin.first", "start:pin.second"]) {
    await expect(page().getByText(say(question), { exact: true }).first()).toBeVisible();
    await typePin("284613");
  }
  await expect(page().locator("[lang=zxx]")).toBeVisible({ timeout: 20_000 });
  await press("start:next");
  await expect(page().getByRole("alert")).toBeInViewport();
  await looks.look("recovery sheet, not kept");
  await tick(say("start:sheet.kept"));
  await press("start:next");
  await press("start:scope.done");
  await expect(page().getByRole("alert")).toBeInViewport();
  await looks.look("scope, not read");
  await tick(say("instruments:scope-statement.items.has-read"));
  await press("start:scope.done");
  return words;
}

/** A first family, and the dialogs that its pages open. */
async function familyLooking({ page, press, button, heading, newFamily, goTo }: Tablet, looks: Looks) {
  await expect(heading("families:title")).toBeVisible();
  await looks.look("no families yet");
  await press("families:new.open");
  await press("families:new.create");
  await looks.look("new family, without a name");
  await page().keyboard.press("Escape");
  const family = await newFamily("Familie Yılmaz");
  await expect(button("common:understood")).toBeVisible();
  await looks.look("a new family, and what the browser promises");
  await press("common:understood");
  await goTo(`/families/${family}/visits?plan=1`);
  await expect(page().getByRole("dialog")).toBeVisible();
  await looks.look("a visit to plan");
  await press("casefile:visits.planYes");
  await expect(page()).toHaveURL(/\/prepare$/);
  await goTo(`/families/${family}/plan`);
  await press("casefile:goals.add");
  await expect(page()).toHaveURL(/goal=/);
  await looks.look("a goal");
  await press("casefile:score.add");
  await looks.look("a number for a goal");
  await page().keyboard.press("Escape");
  await press("casefile:sheet.remove");
  await looks.look("a goal to take away");
  await page().keyboard.press("Escape");
  await goTo(`/families/${"0".repeat(32)}`);
  await looks.look("a family that is not here");
}

const ownSettings = ["passphrase", "export", "import", "remove"];

/** What only the worker's own world has. */
async function ownSettingsLooking(tablet: Tablet, looks: Looks, words: readonly string[]) {
  const { page, press, field, write, say } = tablet;
  for (const part of ["", ...ownSettings]) await lookAt(tablet, looks, `/settings/${part}`);
  await lookAt(tablet, looks, "/saved");
  await tablet.goTo("/settings/export");
  await press("settings:export.draw");
  await expect(page().getByRole("list", { name: say("start:words.label") })).toBeVisible();
  await press("settings:export.make");
  await looks.look("export, words not written down");
  await tablet.goTo("/settings/import");
  await press("settings:import.open");
  await looks.look("import, no file");
  await tablet.goTo("/settings/locks");
  await page().getByRole("textbox").first().fill("99");
  await page().getByRole("textbox").first().press("Tab");
  await looks.look("minutes out of bounds");
  await tablet.goTo("/settings/remove");
  await press("settings:remove.one", { name: "Familie Yılmaz" });
  await looks.look("remove, first question");
  await press("settings:remove.first.yes");
  await looks.look("remove, second question");
  await page().keyboard.press("Escape");
  await tablet.goTo("/settings/pin");
  await write(field("lock:passphrase.label"), words.join(" "));
  await press("settings:confirm.action");
  await expect(page().getByText(say("start:pin.first"), { exact: true })).toBeVisible({ timeout: 20_000 });
  await looks.look("another pin");
}

/** The dull page, and every door. */
async function doorsLooking(tablet: Tablet, looks: Looks, words: readonly string[]) {
  const { page, press, say, field, write } = tablet;
  await tablet.goTo("/families");
  await tablet.hide();
  await looks.look("hidden");
  await tablet.unhide();
  await looks.look("lock");
  await tablet.tryWords(["niet", "deze", "vijf", "woorden", "hier"]);
  await expect(page().getByText(say("lock:passphrase.wrong"))).toBeVisible({ timeout: 20_000 });
  // The pause before the next try ends within the look otherwise, and the button is then between two colours.
  await expect(tablet.button("lock:unlock.action")).toBeEnabled();
  await looks.look("other words");
  await press("lock:unlock.forgotten");
  await expect(field("lock:recovery.label")).toBeVisible();
  await write(field("lock:recovery.label"), "AGE-SECRET-KEY-1");
  await looks.look("recovery");
  await tablet.goTo("/numbers");
  await expect(tablet.heading("instruments:contact-numbers.title")).toBeVisible();
  await looks.look("numbers, locked");
  await tablet.goTo("/families");
  await tablet.unlock(words);
}

for (const language of ["nl", "en"]) {
  test(`setting up, dialogs, one's own settings and every door fit everybody (${language})`, async ({
    page,
    baseURL,
  }) => {
    const tablet = createTablet(() => page, baseURL ?? "", language);
    const looks = createLooks(() => page, { names: ["Marit", "Yılmaz"] });
    await page.addInitScript((code) => localStorage.setItem("keukentafel:language", code), language);
    await tablet.open();
    const words = await setUpLooking(tablet, looks);
    await familyLooking(tablet, looks);
    await ownSettingsLooking(tablet, looks, words);
    await doorsLooking(tablet, looks, words);
    expect(looks.found).toEqual([]);
  });

  test(`what stands in the way of starting fits everybody (${language})`, async ({ context, baseURL }) => {
    const looked: string[] = [];
    const look = async (where: string, prepare: string): Promise<void> => {
      const page = await context.newPage();
      await page.addInitScript((code) => localStorage.setItem("keukentafel:language", code), language);
      await page.addInitScript(prepare);
      const tablet = createTablet(() => page, baseURL ?? "", language);
      await tablet.open();
      await expect(tablet.heading(`lock:obstacle.${where}.title`)).toBeVisible();
      const looks = createLooks(() => page);
      await looks.look(where);
      if (where === "missing") {
        await tablet.press("lock:obstacle.missing.anew");
        await looks.look("missing, first question");
        await tablet.press("lock:obstacle.missing.first.yes");
        await looks.look("missing, second question");
      }
      looked.push(...looks.found);
      // The one that is elsewhere needs the one before it to stay.
      if (where !== "missing") await page.close();
    };
    await look("insecure", "Object.defineProperty(window, 'isSecureContext', { value: false })");
    await look("tooOld", "delete Navigator.prototype.locks");
    await look(
      "broken",
      "IDBFactory.prototype.open = () => { throw new DOMException('broken', 'UnknownError') }",
    );
    await look("missing", "localStorage.setItem('keukentafel:kept', '1')");
    await look("elsewhere", "");
    expect(looked).toEqual([]);
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
