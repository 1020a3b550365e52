import type { Page } from "@playwright/test";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createTablet, type Tablet } from "./driver.ts";
import { createLooks, type Looks } from "./looks.ts";
import { expect, test } from "./test.ts";

/** Everybody of the practice family, and the two workers. */
const names = ["Elif", "Bram", "Noor", "Sem", "Sevim", "Loes", "Anouk", "Marit", "Youssef"];

/** Pages of their own, looked at there. */
const elsewhere: ReadonlySet<string> = new Set([
  "case-persons",
  "contact-numbers",
  "glossary",
  "scope-statement",
]);

type Practice = { readonly tablet: Tablet; readonly looks: Looks; readonly family: string };

async function openPractice(page: Page, baseURL: string, language: string): Promise<Practice> {
  const tablet = createTablet(() => page, baseURL, language);
  const looks = createLooks(() => page, { names, twice: false });
  await tablet.open();
  await tablet.practise();
  await tablet.goTo("/families");
  const family = (await page.locator('a[href*="/families/"]').first().getAttribute("href")) ?? "";
  return { tablet, looks, family };
}

/** A tool, about the first of those whom it can be about: the practice family has several of each. */
async function openTool({ tablet, family }: Practice, id: string): Promise<void> {
  const page = tablet.page();
  await tablet.goTo(`${family}/tools/${id}`);
  if (instruments.find((one) => one.id === id)?.about !== "family")
    await page.locator(`.cards a[href*="about="]`).first().click();
  await page.waitForTimeout(150);
}

/** On a phone the words are longest for their room. Tall, so that no bar lies over what is looked at. */
test("every tool fits everybody in English, on a phone", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 3000 });
  const practice = await openPractice(page, baseURL ?? "", "en");
  for (const { id, groups } of instruments.filter((one) => !elsewhere.has(one.id))) {
    await openTool(practice, id);
    // Of a tool in parts one of them: its list is looked at in Dutch.
    const part = page.locator(".ui-tasks button").nth(groups.length > 5 ? 3 : 1);
    if (await part.isVisible()) {
      await part.click();
      await page.waitForTimeout(150);
    }
    await practice.looks.look(id);
  }
  expect(practice.looks.found).toEqual([]);
});

test("a word of the method opens and closes with the keyboard, and the focus comes back to it", async ({
  page,
  baseURL,
}) => {
  const practice = await openPractice(page, baseURL ?? "", "nl");
  const { look, found } = practice.looks;
  const { say } = practice.tablet;
  await openTool(practice, "alarm-signals");
  const title = page.getByRole("heading", {
    level: 1,
    name: say("instruments:alarm-signals.title"),
    exact: true,
  });
  const term = title.getByRole("button");
  await term.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: say("instruments:glossary.terms.alarm-signal") });
  await expect(dialog).toContainText(say("instruments:glossary.items.alarm-signal"));
  await look("a word of the method");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(term).toBeFocused();

  await page.getByRole("button", { name: say("tools:aboutTool.open") }).click();
  await look("about a tool");
  await page.keyboard.press("Escape");

  await page.locator(".ui-tasks button").first().click();
  const first = page.locator(".worker-item").first();
  const address = page.url();
  await first.getByRole("button", { name: say("tools:say.yes"), exact: true }).click();
  await expect(page.getByText(say("rules:R-alarm-consider-action"))).toBeVisible();
  // An alarm opens nothing by itself.
  expect(page.url()).toBe(address);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await first
    .getByRole("button", { name: say("instruments:alarm-signals.items.injury-not-accidental") })
    .click();
  await look("an alarm signal with its notes and earlier answers");

  await openTool(practice, "child-signal-caveats");
  const beside = page.getByRole("button", { name: say("tools:terms.explain", { word: "oorzaak" }) });
  await beside.click();
  await expect(page.getByRole("dialog")).toContainText(say("instruments:glossary.items.causal-factor"));
  await look("a word beside a label");
  await page.keyboard.press("Escape");

  await openTool(practice, "signs-of-safety");
  const trend = page.getByRole("button", { name: say("tools:trend.safety") });
  await trend.click();
  await expect(page.getByRole("img", { name: say("tools:trend.safety") })).toBeVisible();
  await look("scores over time");
  // For a picture the tablet was turned, and what is somebody's own folds then.
  if ((await trend.getAttribute("aria-expanded")) === "false") await trend.click();
  await page.getByRole("button", { name: say("tools:trend.showTable") }).click();
  await look("scores as a table");
  expect(found).toEqual([]);
});

test("three taps record a provisional decision; the safety pages fit everybody", async ({
  page,
  baseURL,
}) => {
  const practice = await openPractice(page, baseURL ?? "", "nl");
  const { look, found } = practice.looks;
  const { say, goTo } = practice.tablet;
  const safety = async () => {
    await goTo(`${practice.family}/safety`);
    await expect(page.getByText(say("safety:areSafe"))).toBeVisible();
  };
  await safety();
  const group = (key: string) => page.getByRole("group", { name: say(key), exact: true });
  await group("safety:areSafe")
    .getByRole("button", { name: say("safety:yes"), exact: true })
    .click();
  await page
    .getByRole("radiogroup", { name: say("safety:whichAdultOfMore") })
    .getByRole("radio")
    .first()
    .click();
  await group("safety:canIStay")
    .getByRole("button", { name: say("safety:yes"), exact: true })
    .click();
  await expect(page.getByRole("status").filter({ hasText: /\d\d:\d\d/ })).toBeVisible();
  await look("a provisional decision");
  await page.getByRole("link", { name: say("safety:workOut"), exact: true }).click();
  await expect(page.getByRole("button", { name: say("safety:done") })).toBeVisible();
  await look("working out a decision");

  await safety();
  await page.getByRole("button", { name: say("safety:earlier") }).click();
  await expect(page.getByText(say("safety:workOut"), { exact: true }).first()).toBeVisible();
  await look("decisions from before");
  await page.getByRole("button", { name: say("safety:childBegan.open") }).click();
  await look("the child began by itself");
  expect(found).toEqual([]);
});
