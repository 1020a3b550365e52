import type { Tablet } from "./driver.ts";
import { createLooks, type Looks } from "./looks.ts";
import { expect, test } from "./test.ts";
import { wordsIn } from "./words.ts";

/** Every page of a family's screens in turn, each looked at, to the worker's PIN. */
async function lookAlong(tablet: Tablet, looks: Looks, language: string): Promise<number> {
  const { page } = tablet;
  const say = wordsIn(language);
  const button = (key: string) => page().getByRole("button", { name: say(key), exact: true });
  const keys = [
    "family:next",
    "family:secrets.understood",
    "family:done",
    "family:start",
    "family:neutral.ready",
  ];
  const pin = page().getByText(tablet.say("lock:pin.label"), { exact: true });
  let pages = 0;
  for (; pages < 80 && !(await pin.isVisible()); pages += 1) {
    await looks.look(`samen, ${language}: ${await page().locator("#page-title").innerText()}`);
    for (const key of keys) {
      if (!(await button(key).first().isVisible())) continue;
      await button(key).first().click();
      break;
    }
    await page().waitForTimeout(80);
  }
  return pages;
}

for (const language of ["nl", "ar"]) {
  test(`every page of a visit and of the family's own screens fits everybody (${language})`, async ({
    opened: { tablet },
  }) => {
    test.setTimeout(400_000);
    const { page, say, press, tick } = tablet;
    const names = ["Yılmaz", "Elif", "Noor", "Bram"];
    const looks = createLooks(page, { names });
    await tablet.newFamily("Familie Yılmaz");
    await tablet.addPerson("Elif", { roles: ["parent-other"] });
    await tablet.addPerson("Bram", { roles: ["parent-concern"] });
    await tablet.addPerson("Noor", { roles: ["child"], birth: "2016" });
    await tablet.planVisit();
    if (language === "nl") await looks.look("voorbereiden");
    await press("visit:prepare.begin");
    await expect(page()).toHaveURL(/\/table$/);
    if (language === "nl") await looks.look("aan tafel");

    await tablet.activate(tablet.link("visit:table.handOver"));
    for (const name of ["Elif", "Noor"]) {
      await tick(name);
      const part = page().getByRole("region", { name, exact: true });
      await part.locator(`[role=radio][lang=${language}]`).click();
      await tablet.pick(say("handover:earshot.nobody"), part);
      const group = part.getByRole("group", { name: say("handover:toolsFor", { name }), exact: true });
      const wanted = ["handover:parts.map", "instruments:stoplight.short", "instruments:thermometer.short"];
      for (const box of await group.getByRole("checkbox", { checked: true }).all()) await box.click();
      for (const key of wanted) {
        const box = group.getByRole("checkbox", { name: say(key), exact: true });
        if (await box.isVisible()) await box.click();
      }
    }
    if (language === "nl") await looks.look("tablet aangeven");
    await page()
      .getByRole("button", { name: say("handover:give", { name: "Elif en Noor" }), exact: true })
      .click();
    await expect(page().locator(`.family[lang=${language}]`)).toBeVisible();
    expect(await lookAlong(tablet, looks, language)).toBeGreaterThan(12);
    await looks.look("pin");
    expect(looks.found).toEqual([]);
  });
}
