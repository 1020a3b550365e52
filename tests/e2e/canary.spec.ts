import { Hono } from "hono";
import { listen } from "../../src/server/listen.ts";
import { filesWith } from "./profile.ts";
import { expect, test } from "./test.ts";

/** One plain page at a free port: another origin than the app's, so that no service worker answers for it. */
async function servePlain(
  body: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = new Hono()
    .get("/", (context) => context.html(body))
    .get("*", (context) => context.body(null, 204));
  const listening = await listen(app, 0, "localhost");
  return { close: listening.close, url: `http://localhost:${listening.port}/` };
}

const canary = "Kanarievogel";
const control = "Controleduif";

test("what is typed into any field stands nowhere in the browser's files, open or closed", async ({
  ownTablet: tablet,
}) => {
  test.setTimeout(300_000);
  const { page } = tablet;
  const { words } = await tablet.setUp({ worker: `${canary} de werker` });
  const family = await tablet.newFamily(`Familie ${canary}`);
  let typed = 0;

  /** Every field of the page that is open; the last one stays half typed. */
  const fillAll = async (): Promise<void> => {
    const fields = page().locator("main, dialog").getByRole("textbox");
    const count = await fields.count();
    for (let n = 0; n < count; n += 1) {
      const field = fields.nth(n);
      if (!(await field.isEditable())) continue;
      await field.fill(`${canary} ${typed}`);
      typed += 1;
    }
  };
  const at = async (path: string): Promise<void> => {
    await tablet.goTo(path);
    await page().waitForTimeout(300);
    await fillAll();
  };

  await tablet.addPerson(`${canary}kind`, { roles: ["child"] });
  const person = (await page().locator('a[href*="/people/"]').first().getAttribute("href")) ?? "";
  for (const path of [`/families/${family}`, person, `/families/${family}/plan`]) await at(path);
  for (const tool of [
    "conversation-preparation",
    "conversation-record",
    "goals-specific",
    "irritation-diary",
  ])
    await at(`/families/${family}/tools/${tool}`);
  await at("/settings/own-numbers");
  await tablet.goTo(`/families/${family}`);
  await tablet.planVisit();
  await fillAll();
  await tablet.press("visit:prepare.begin");
  await page()
    .getByRole("button", { name: tablet.say("visit:folds.note") })
    .click();
  await fillAll();
  expect(typed).toBeGreaterThan(20);
  await page().waitForTimeout(1500);

  // The control: the same browser, and a field of the kind that ours are not.
  const served = await servePlain("<form><textarea name=note></textarea></form>");
  const other = await tablet.context().newPage();
  await other.goto(served.url);
  await other.locator("textarea").fill(control);
  await other.waitForTimeout(500);
  await other.goto("about:blank");
  await served.close();

  const words5 = words.join(" ");
  expect(filesWith(tablet.profile, canary)).toEqual([]);
  await page().waitForTimeout(6000);
  expect(filesWith(tablet.profile, canary)).toEqual([]);
  await tablet.shut();
  expect(filesWith(tablet.profile, canary)).toEqual([]);
  expect(filesWith(tablet.profile, words5)).toEqual([]);
  expect(filesWith(tablet.profile, control)).not.toEqual([]);
});
