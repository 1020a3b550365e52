import { createTablet } from "./driver.ts";
import { serve } from "./serve.ts";
import { expect, test } from "./test.ts";

test("a whole visit without a network, from a closed box to what stays behind", async ({ page, context }) => {
  test.setTimeout(240_000);
  const served = await serve();
  const tablet = createTablet(() => page, served.url);
  const { say } = tablet;
  await tablet.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active !== null);
  // From the second load on nobody answers: neither this server nor any other.
  await served.close();
  await context.setOffline(true);
  await tablet.reload();

  const { words, pin } = await tablet.setUp();
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["mother"], language: "Türkçe" });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.planVisit();
  await page.getByRole("button", { name: say("visit:prepare.begin"), exact: true }).click();
  await expect(page).toHaveURL(/\/table$/);

  await tablet.handOver({ to: "Elif", tools: [say("handover:parts.map")] });
  await page.screenshot({ path: "/tmp/shot1.png" });
  await tablet.toTheEnd();
  await tablet.takeBack(pin);
  await expect(page).toHaveURL(/\/(table|hand-over)$/);
  void words;
});
