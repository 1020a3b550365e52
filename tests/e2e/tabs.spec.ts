import type { Page } from "@playwright/test";
import { createTablet } from "./driver.ts";
import { holdWrites } from "./slowDisk.ts";
import { expect, test } from "./test.ts";

/** Tabs that have asked for the place of the live one, and have not got it yet. */
const waitingTabs = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);

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

for (const how of ["waits for it", "does not wait for ever"] as const) {
  test(`a tab that takes over in the middle of a write ${how}, and nothing of it is lost or written twice`, async ({
    opened: { tablet, secrets },
  }) => {
    const family = await tablet.newFamily("Familie Yılmaz");
    await tablet.note("Geschreven voordat het langzaam ging.");
    const page = await tablet.context().newPage();
    const second = createTablet(() => page, tablet.baseURL);
    await second.open(`/families/${family}`);
    await expect(second.heading("lock:obstacle.elsewhere.title")).toBeVisible();

    const text = "Midden in het schrijven overgenomen.";
    await tablet.field("casefile:notes.new").fill(text);
    const write = await holdWrites(tablet.page());
    await tablet.press("casefile:notes.keep");
    await expect.poll(write.state).toBe("begun");
    await second.press("lock:obstacle.elsewhere.here");
    if (how === "waits for it") {
      await expect.poll(() => waitingTabs(page), "the second tab waits its turn").toBe(1);
      await write.letGo();
    }
    await expect(second.heading("lock:unlock.title")).toBeVisible();
    expect(await write.state()).toBe(how === "waits for it" ? "ended" : "begun");
    await write.letGo();

    await second.unlock(secrets.words);
    await expect(second.noted(text)).toHaveCount(1);
    await expect(tablet.heading("lock:obstacle.elsewhere.title")).toBeVisible();
    await second.note("En verder, op hetzelfde papier.");
    const { entries } = await second.casefile();
    const texts = entries.flatMap(({ ops }) => ops.map(({ value }) => value));
    expect(texts.filter((value) => value === text)).toHaveLength(1);
  });
}

test("words that the first tab could not keep, for want of room, go on in the second", async ({
  opened: { tablet, secrets },
}) => {
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.page().evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  const half = "Half getypt op een volle tablet";
  await tablet.field("casefile:notes.new").fill(half);
  await expect(tablet.page().getByText(tablet.say("common:notSaved"), { exact: true })).toBeVisible();

  const page = await tablet.context().newPage();
  const second = createTablet(() => page, tablet.baseURL);
  await second.open(`/families/${family}`);
  await second.press("lock:obstacle.elsewhere.here");
  await second.unlock(secrets.words);
  await expect(second.field("casefile:notes.new")).toHaveValue(half);
  await second.reload();
  await second.unlock(secrets.words);
  await expect(second.field("casefile:notes.new")).toHaveValue(half);
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
