import { createTablet, type Tablet } from "./driver.ts";
import { keyboardAlone } from "./hands/ways.ts";
import { serve } from "./serve.ts";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

const promise = "Elif belt oma als het te druk wordt.";

/** From a family's name to a closed visit, with mother and child on their own screens. */
async function visit(tablet: Tablet, pin: string): Promise<void> {
  const { page, say, field, press, link, tick } = tablet;
  await tablet.addPerson("Elif", { roles: ["parent-other"], language: "Türkçe" });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.planVisit();
  await press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);

  await tablet.openTool(say("visit:cards.tools.signs-of-safety.title"));
  await tablet.activate(link("common:back"));

  await tablet.handOver({ to: "Elif", tools: [say("handover:parts.map")] });
  await tablet.answer("Ze lacht veel.");
  await tablet.pressTogether("family:add");
  await expect(page().getByRole("listitem").getByText("Ze lacht veel.")).toBeVisible();
  await tablet.toTheEnd();
  await tablet.takeBack(pin);
  await tablet.activate(link("handover:back"));

  await tablet.handOver({ to: "Noor", tools: [say("instruments:stoplight.short")] });
  await tablet.answer(say("family:colours.orange"));
  await tablet.toTheEnd();
  await tablet.takeBack(pin);
  await tablet.activate(link("handover:back"));

  await tablet.activate(page().getByRole("button", { name: say("visit:steps.finish") }));
  await press("visit:agreement.add");
  await tablet.write(field("visit:agreement.what"), promise);
  await tick(say("visit:agreement.tonight"));
  await tick("Elif", page().getByRole("group", { name: say("visit:agreement.with"), exact: true }));
  await tablet.leaveBehind(["Elif"], [promise]);
  await expect(page().getByText(promise)).toBeVisible();
  await press("sheets:leave.copied");
  await expect(page()).toHaveURL(/\/finish$/);
  await tablet.finishVisit();
}

/** What a worker finds back of that visit. */
async function findBack(tablet: Tablet): Promise<void> {
  const { page, link } = tablet;
  await tablet.activate(page().getByRole("link", { name: "Familie Yılmaz", exact: true }));
  await expect(page().getByText(promise).first()).toBeVisible();
  await tablet.activate(link("casefile:tabs.timeline"));
  await expect(page().getByText("Ze lacht veel.").first()).toBeVisible();
}

test("a whole visit without a network, from a closed box to what stays behind", async ({ page, context }) => {
  test.setTimeout(240_000);
  const served = await serve();
  const tablet = createTablet(() => page, served.url);
  await tablet.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active !== null);
  // From the second load on nobody answers: neither this server nor any other.
  await served.close();
  await context.setOffline(true);
  await tablet.reload();
  const { words, pin } = await tablet.setUp();
  await tablet.newFamily("Familie Yılmaz");
  await visit(tablet, pin);
  await tablet.reload();
  await tablet.unlock(words);
  await findBack(tablet);
});

test("a whole visit by the keyboard alone", async ({ opened, page, baseURL }) => {
  test.setTimeout(400_000);
  const tablet = createTablet(() => page, baseURL ?? "", "nl", keyboardAlone);
  await tablet.newFamily("Familie Yılmaz");
  await visit(tablet, opened.secrets.pin);
  await tablet.unlock(opened.secrets.words);
  await findBack(tablet);
});
