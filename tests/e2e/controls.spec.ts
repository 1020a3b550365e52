import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { build, type PreviewServer, preview } from "vite";
import { axeFinds } from "./looks.ts";

/**
 * Every control by itself, in the gallery of tests/ui: what holds here holds on every screen that is built of them. Built
 * like the app: a page of the development server is a hundred requests, and loads anew when it has found another package.
 */

const gallery = join(import.meta.dirname, "../ui");
let server: PreviewServer;
let folder: string;
let address = "";

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keukentafel-gallery-"));
  const shared = { configFile: join(gallery, "vite.config.ts"), logLevel: "error" } as const;
  const input = join(gallery, "gallery.html");
  await build({ ...shared, build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input } } });
  server = await preview({ ...shared, build: { outDir: folder }, preview: { host: "127.0.0.1", port: 0 } });
  const at = server.httpServer.address();
  if (at === null || typeof at === "string") throw new Error("the gallery has no port");
  address = `http://127.0.0.1:${at.port}`;
});

test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page, view: string, lang = "nl"): Promise<void> {
  await page.goto(`${address}/gallery.html?view=${view}&lang=${lang}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const worker = ["families", "table", "family", "unlock", "dialog", "sheet"];
const controls = ["buttons", "fields", "choices", "pictures", "board"];
const family = ["askScale", "askLadder", "askStoplight", "askThermometer", "askChoice"];
const views = [...worker, ...controls, ...family];

for (const lang of ["nl", "ar"]) {
  test(`everybody can use every control, at the highest contrast (${lang})`, async ({ page }) => {
    test.slow();
    for (const view of views) {
      await open(page, view, lang);
      expect([view, ...(await axeFinds(page))]).toEqual([view]);
    }
  });
}

test("what is still unfolding is judged when it has unfolded", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Animation.enable");
  await devtools.send("Animation.setPlaybackRate", { playbackRate: 0.1 });
  await open(page, "family");
  expect(await axeFinds(page)).toEqual([]);
});

/** A card is tapped anywhere, so its own size counts. Hidden stand-ins of a picker cannot be tapped at all. */
function tooSmall(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("button, a[href], input, textarea, select")) {
    if (element.closest("[aria-hidden=true], [hidden]")) continue;
    const card = element.classList.contains("ui-card-cover") ? element.closest(".ui-card") : null;
    const { width, height } = (card ?? element).getBoundingClientRect();
    const least = element.closest(".family") ? 56 : 48;
    // Half a pixel for where a browser rounds.
    if (width > 0 && (width < least - 0.5 || height < least - 0.5))
      found.push(`${element.className} ${width.toFixed(0)} × ${height.toFixed(0)}`);
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > window.innerWidth) {
    const wide = [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
      .map((one) => one.className);
    found.push(`the page is wider than the screen, ${scrollWidth}: ${wide.slice(0, 4).join(" | ")}`);
  }
  return found;
}

for (const [width, height] of [
  [1280, 800],
  [800, 1280],
  [390, 844],
  [360, 740],
] as const) {
  test(`thumbs hit every control, and nothing hangs off the screen, at ${width} × ${height}`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    for (const view of views) {
      await open(page, view);
      expect([view, ...(await page.evaluate(tooSmall))]).toEqual([view]);
    }
  });
}

test("text at twice its size stays whole", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 800, height: 1280 });
  for (const view of views) {
    await open(page, view);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "225%"));
    expect([view, ...(await page.evaluate(tooSmall))]).toEqual([view]);
  }
});

test("the browser keeps nothing of what is typed", async ({ page }) => {
  for (const view of views) {
    await open(page, view);
    const kept = await page
      .locator("input:not([type=checkbox]), textarea, select")
      .evaluateAll((all) =>
        all.filter((one) => one.getAttribute("autocomplete") !== "off").map((one) => one.outerHTML),
      );
    expect(kept).toEqual([]);
  }
});

test("arrow keys walk along a scale without answering; the space bar answers", async ({ page }) => {
  await open(page, "askScale");
  const six = page.getByRole("radio", { name: "6", exact: true });
  await six.focus();
  await page.keyboard.press("ArrowRight");
  const seven = page.getByRole("radio", { name: "7", exact: true });
  await expect(seven).toBeFocused();
  await expect(six).toBeChecked();
  await page.keyboard.press("Space");
  await expect(seven).toBeChecked();
  await page.keyboard.press("End");
  await expect(page.getByRole("radio", { name: "10", exact: true })).toBeFocused();
});

test("in Arabic the scale runs from right to left, for the eyes and for the keys", async ({ page }) => {
  await open(page, "askScale", "ar");
  await page.getByRole("radio", { name: "6", exact: true }).focus();
  await page.keyboard.press("ArrowLeft");
  const seven = page.getByRole("radio", { name: "7", exact: true });
  await expect(seven).toBeFocused();
  const zero = await page.getByRole("radio", { name: "0", exact: true }).boundingBox();
  const ten = await page.getByRole("radio", { name: "10", exact: true }).boundingBox();
  expect(zero?.x ?? 0).toBeGreaterThan(ten?.x ?? Number.POSITIVE_INFINITY);
});

for (const view of ["askThermometer", "askLadder"]) {
  test(`on a phone all eleven numbers are on the screen at once, each higher than the one before (${view})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, view);
    const boxes = await page
      .getByRole("radio")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    const bar = await page.locator(".ui-bottombar").boundingBox();
    expect(boxes).toHaveLength(11);
    for (const [number, box] of boxes.entries()) {
      expect(box.width).toBeGreaterThanOrEqual(56);
      expect(box.height).toBeGreaterThanOrEqual(56);
      expect(box.top).toBeGreaterThan(82);
      expect(box.bottom).toBeLessThanOrEqual(bar?.y ?? 0);
      const below = boxes[number - 1];
      if (below) expect(box.top).toBeLessThan(below.top);
    }
    await page.getByRole("radio", { name: "6", exact: true }).focus();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "7", exact: true })).toBeFocused();
    // A tap in the middle of each, and none lies under another.
    await page.getByRole("radio", { name: "3", exact: true }).click();
    await expect(page.getByRole("radio", { name: "3", exact: true })).toBeChecked();
  });
}

test("on a phone all three lights are on the screen, each beside its own lamp, also in two languages", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const lang of ["nl", "ar"]) {
    await open(page, "askStoplight", lang);
    // Until its letters have come an Arabic word is as high as another letter's.
    await page.evaluate(async () => void (await document.fonts.ready));
    const boxes = (of: string) =>
      page
        .locator(of)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    const [lights, lamps] = [await boxes(".ui-light"), await boxes(".ui-lamp")];
    const bar = await page.locator(".ui-bottombar").boundingBox();
    // The word of the third at least: what it means may stand below.
    expect((lights[2]?.top ?? Number.POSITIVE_INFINITY) + 40, lang).toBeLessThan(bar?.y ?? 0);
    for (const [at, light] of lights.entries()) {
      const lamp = lamps[at];
      expect(Math.abs(light.top + light.height / 2 - (lamp ? lamp.top + lamp.height / 2 : 0))).toBeLessThan(
        8,
      );
    }
  }
});

test("on a thermometer, up is more", async ({ page }) => {
  await open(page, "askThermometer");
  await page.getByRole("radio", { name: "6", exact: true }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "7", exact: true })).toBeFocused();
});

test("a card changes column by its menu, and by keyboard alone with dragging", async ({ page }) => {
  await open(page, "board");
  const worries = page.getByRole("grid", { name: "Zorgen" });
  await page.getByRole("button", { name: "Verplaats of wijzig: Oma past op woensdag op" }).click();
  await page.getByRole("button", { name: "Naar Zorgen" }).click();
  await expect(worries.getByText("Oma past op woensdag op")).toBeVisible();

  const grip = page.getByRole("button", { name: /^Sleep: Noor vertelt/ });
  // Each key moves the focus by a step of its own: a slow machine takes the next key only after that.
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML ?? "");
  const pressAndWait = async (key: string): Promise<void> => {
    const before = await focused();
    await page.keyboard.press(key);
    await expect.poll(focused).not.toBe(before);
  };
  await grip.focus();
  await pressAndWait("Enter");
  await pressAndWait("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Goed" }).getByText(/Noor vertelt/)).toHaveCount(0);
});

test("a card follows the pointer to another column", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "board");
  const needs = page.getByRole("grid", { name: "Nodig" });
  await page.getByText("Oma past op woensdag op").dragTo(needs);
  await expect(needs.getByText("Oma past op woensdag op")).toBeVisible();
});

test("ten thousand characters stand in a field whole, without scrolling inside it", async ({ page }) => {
  await open(page, "fields");
  const field = page.getByLabel("Wat zei Noor, letterlijk?");
  const story = "Zij zei dat het goed was. ".repeat(400);
  await field.fill(story);
  await expect(field).toHaveValue(story);
  expect(await field.evaluate((area) => area.scrollHeight - area.clientHeight)).toBeLessThanOrEqual(1);
});

test("a dialog holds the focus, keeps Verberg at its place, and gives the focus back", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "dialog");
  const during = await page.getByRole("dialog").getByRole("button", { name: "Verberg" }).boundingBox();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const after = await page.getByRole("button", { name: "Verberg" }).boundingBox();
  expect(Math.abs((during?.x ?? 0) - (after?.x ?? 99))).toBeLessThanOrEqual(1);
  expect(Math.abs((during?.y ?? 0) - (after?.y ?? 99))).toBeLessThanOrEqual(1);

  const opener = page.getByRole("button", { name: "Open" });
  await opener.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press("Tab");
  expect(
    await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
    ),
  ).toBe(true);
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("digits of the code are shown as dots only, and come from the keyboard too", async ({ page }) => {
  await open(page, "unlock");
  await page.getByRole("button", { name: "4", exact: true }).click();
  await page.getByRole("button", { name: "2", exact: true }).click();
  await page.keyboard.press("7");
  await expect(page.getByText("3 van 6")).toBeAttached();
  await page.getByRole("button", { name: "Wis" }).click();
  await expect(page.getByText("2 van 6")).toBeAttached();
});

test("a trend has a table behind it, in which not wanting to say is no number", async ({ page }) => {
  await open(page, "pictures");
  await page.getByRole("button", { name: "Toon als tabel" }).click();
  const cell = page.getByRole("row").nth(3).getByRole("cell").nth(2);
  await expect(cell).toHaveText("zeg ik liever niet", { useInnerText: true });
});

test("a line breaks at an answer that is no number, and who said it last is named in words beneath", async ({
  page,
}) => {
  await open(page, "pictures");
  const lines = page.locator("g.ui-trend-line");
  await expect(lines).toHaveCount(5);
  const bram = lines.filter({ hasText: "Bram" });
  await expect(bram.locator(".ui-trend-name")).toHaveCount(0);
  await expect(page.locator(".ui-trend-beneath")).toHaveText(/^Bram · weet niet · /);
  await expect(lines.locator(".ui-trend-leader")).toHaveCount(4);
  // Noor's second visit has no number: her first point stands alone, exactly at its four.
  const noor = lines.filter({ hasText: "Noor" });
  expect(await noor.locator(".ui-trend-path").getAttribute("d")).toMatch(/M[^M]*M/);
});

test("a line for sentences grows until all of it is seen, and stays one line of text", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "fields");
  const field = page.getByLabel("In welke situatie");
  const height = async (): Promise<number> => (await field.boundingBox())?.height ?? 0;
  const before = await height();
  expect(before).toBeGreaterThanOrEqual(48);
  await field.fill(
    "Als Bram uit de nachtdienst komt, de kinderen al wakker zijn\nen er nog niemand heeft ontbeten",
  );
  await field.press("Enter");
  await expect(field).toHaveValue(/wakker zijn en er nog niemand heeft ontbeten$/);
  expect(await height()).toBeGreaterThan(before * 1.8);
  const hidden = await field.evaluate((one) => [
    one.scrollWidth - one.clientWidth,
    one.scrollHeight - one.clientHeight,
  ]);
  expect(Math.max(...hidden)).toBeLessThanOrEqual(1);
});

test("a store that answers late neither moves the caret nor takes back a letter", async ({ page }) => {
  await open(page, "slowField");
  const field = page.getByLabel("Naam");
  await field.pressSequentially("gistern", { delay: 40 });
  await page.keyboard.press("ArrowLeft");
  await field.pressSequentially("e", { delay: 40 });
  await page.keyboard.press("End");
  await field.pressSequentially(" om vier uur", { delay: 40 });
  await expect(field).toHaveValue("gisteren om vier uur");
  // A slow machine's pauses count as done too: what matters is that all of it is, and once.
  const whole = async (): Promise<readonly string[]> =>
    (await page.getByLabel("Klaar").innerText()).split("|").filter((one) => one.includes("vier uur"));
  await expect.poll(whole).toEqual(["gisteren om vier uur"]);
  await field.blur();
  await page.waitForTimeout(600);
  expect(await whole()).toEqual(["gisteren om vier uur"]);
});

test("what comes from elsewhere shows in the field, and is not taken for finished typing", async ({
  page,
}) => {
  await open(page, "slowField");
  await page.getByLabel("Naam").fill("half");
  await page.getByRole("button", { name: "Van elders" }).click();
  await expect(page.getByLabel("Naam")).toHaveValue("van elders");
  await page.getByLabel("Naam").focus();
  await page.getByLabel("Naam").blur();
  await expect(page.getByLabel("Klaar")).toHaveText("half");
});

test("a name can be chosen from those that fit, or written anew", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await open(page, "fields");
  const who = page.getByRole("combobox", { name: "Wie doet dit?" });
  await who.pressSequentially("br");
  await expect(page.getByRole("option")).toHaveText(["Bram"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(who).toHaveValue("Bram");
  await who.fill("de buurvrouw");
  await who.blur();
  await expect(who).toHaveValue("de buurvrouw");
});
