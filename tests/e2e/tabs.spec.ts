import { createTablet } from "./driver.ts";
import { expect, test } from "./test.ts";

test("a second tab offers to go on there, in the middle of a sentence, and the first is locked", async ({
  opened: { tablet, secrets },
}) => {
  const family = await tablet.newFamily("Familie Yılmaz");
  const half = "Toen de ander verderging was deze zin";
  await tablet.field("casefile:notes.new").pressSequentially(half);

  const page = await tablet.context().newPage();
  const second = createTablet(() => page, tablet.baseURL);
  await second.open(`/families/${family}`);
  await expect(second.heading("lock:obstacle.elsewhere.title")).toBeVisible();
  await second.press("lock:obstacle.elsewhere.here");
  await second.unlock(secrets.words);
  await expect(second.field("casefile:notes.new")).toHaveValue(half);
  await expect(tablet.heading("lock:obstacle.elsewhere.title")).toBeVisible();
  await expect(tablet.page().locator("body")).not.toContainText("Yılmaz");

  await second.press("casefile:notes.keep");
  await expect(second.noted(half)).toBeVisible();

  await tablet.press("lock:obstacle.elsewhere.here");
  await tablet.unlock(secrets.words);
  await expect(tablet.noted(half)).toBeVisible();
  await expect(second.heading("lock:obstacle.elsewhere.title")).toBeVisible();
});

test("a second tab that is closed again leaves the first as it was", async ({ opened: { tablet } }) => {
  await tablet.newFamily("Familie Yılmaz");
  const page = await tablet.context().newPage();
  const second = createTablet(() => page, tablet.baseURL);
  await second.open();
  await expect(second.heading("lock:obstacle.elsewhere.title")).toBeVisible();
  await page.close();
  await tablet.note("Gewoon verder.");
});
