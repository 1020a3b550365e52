import type { Page } from "@playwright/test";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

/** No service worker: as on the very first visit, when the network still brings every part of the app. */
test.use({ serviceWorkers: "block" });

const half = "Deze zin was niet af toen een deel";
const plan = "**/assets/PlanScreen-*.js";

/** From here on the part with the plan is gone, as it is on the server of a newer version. */
const gone = (page: Page): Promise<unknown> =>
  page.route(plan, (route) => route.fulfill({ status: 404, body: "Not found." }));

/** How often the page was loaded since. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  return () => loads;
}

/** Half a sentence, and then a step to the part that is gone. */
async function stepToPlan(tablet: Tablet): Promise<void> {
  await tablet.newFamily("Familie Yılmaz");
  await tablet.field("casefile:notes.new").pressSequentially(half);
  await tablet.activate(tablet.link("casefile:tabs.plan"));
  await expect(tablet.heading("lock:unlock.title")).toBeVisible();
}

test("a part that can't be fetched makes the page load once more, and is there then with half a sentence", async ({
  opened: { tablet, secrets },
  offences,
}) => {
  offences.allow(/Failed to load resource/);
  const { page } = tablet;
  await gone(page());
  const loads = countLoads(page());
  await stepToPlan(tablet);
  await page().unroute(plan);
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("casefile:plan.title")).toBeVisible();
  expect(loads()).toBe(1);
  await tablet.activate(tablet.link("casefile:tabs.overview"));
  await expect(tablet.field("casefile:notes.new")).toHaveValue(half);
});

test("a part that stays away ends in a page that says so, not in loading for ever; trying again helps once it is back", async ({
  opened: { tablet, secrets },
  offences,
}) => {
  offences.allow(/Failed to load resource|dynamically imported module/);
  const { page, say } = tablet;
  await gone(page());
  const loads = countLoads(page());
  await stepToPlan(tablet);
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("lock:trouble.title")).toBeVisible();
  await expect(page().getByText(say("lock:problems.part"))).toBeVisible();
  await page().waitForTimeout(2000);
  expect(loads()).toBe(1);
  await expect(tablet.heading("lock:trouble.title")).toBeVisible();

  await page().unroute(plan);
  await tablet.press("lock:trouble.again");
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("casefile:plan.title")).toBeVisible();
});
