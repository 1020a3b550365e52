import type { Page } from "@playwright/test";
import type { Tablet } from "./driver.ts";
import { inLanguages } from "./lookBook.ts";
import { createLooks, type Looks, onPhone } from "./looks.ts";
import { expect, test } from "./test.ts";
import { type Say, wordsIn } from "./words.ts";

type Giving = { readonly light: number; readonly say: Say };

/** What a page asks for, given: so that what follows on it, and what is written down, is looked at too. */
async function giveSomething(page: Page, { light, say }: Giving): Promise<void> {
  const main = page.getByRole("main");
  const picks = main.getByRole("radio");
  const count = await picks.count();
  if (count > 0) await picks.nth(count === 3 ? light : Math.min(5, count - 1)).click();
  const somebody = main.getByRole("checkbox", { name: say("family:mayKnow.someoneElse"), exact: true });
  if (await somebody.isVisible()) await somebody.click();
  else if (await main.getByRole("checkbox").first().isVisible())
    await main.getByRole("checkbox").first().click();
  const written = main.getByRole("textbox").first();
  if ((await written.isVisible()) && (await written.inputValue()) === "")
    await written.fill("Even naar buiten, en pas terug als het rustig is in huis.");
}

/** On this page the worker writes, and reads back: once is enough. */
const toldAt = "thermometer";

const forward = [
  "family:next",
  "family:yes",
  "family:secrets.understood",
  "family:done",
  "family:start",
  "family:neutral.ready",
];

/** Every page of a family's screens in turn, each looked at, to the worker's PIN. */
async function lookAlong(tablet: Tablet, looks: Looks, language: string): Promise<string[]> {
  const { page } = tablet;
  const say = wordsIn(language);
  const button = (key: string) => page().getByRole("button", { name: say(key), exact: true });
  const pin = page().getByText(tablet.say("lock:pin.label"), { exact: true });
  const tell = page().getByRole("button", {
    name: say("family:tellWorker", { worker: "Marit" }),
    exact: true,
  });
  const situation = say(`familyTools:${toldAt}.situation.parent`);
  const seen: string[] = [];
  for (; seen.length < 90 && !(await pin.isVisible()); ) {
    // Two sentences stand on two lines.
    const title = (await page().locator("#page-title").innerText()).replaceAll(/\s+/g, " ");
    seen.push(title);
    const isRed = seen.filter((one) => one === say("family:neutral.title")).length < 2;
    await giveSomething(page(), { light: isRed ? 0 : 1, say });
    if (title === situation && (await tell.isVisible())) await tell.click();
    await looks.look(`samen, ${language}: ${title}`);
    for (const one of await onPhone(page())) looks.add(`samen, ${language}, phone: ${title}: ${one}`);
    for (const key of forward) {
      if (!(await button(key).first().isVisible())) continue;
      await button(key).first().click();
      break;
    }
    await page().waitForTimeout(80);
  }
  return seen;
}

const parts = {
  map: "handover:parts.map",
  safety: "handover:parts.safety",
  stoplight: "instruments:stoplight.short",
  thermometer: "instruments:thermometer.short",
  diary: "instruments:irritation-diary.short",
  goals: "instruments:goals-specific.short",
  sources: "instruments:stress-sources.short",
  drawing: "instruments:drawing.short",
} as const;

/** Elif ends at red, with the card that she filled just before; Noor goes on to secrets and who may know. */
const laid: { readonly [name: string]: readonly (keyof typeof parts)[] } = {
  Elif: ["map", "thermometer", "diary", "sources", "stoplight"],
  Noor: ["safety", "goals", "drawing", "stoplight"],
};

for (const language of inLanguages(["nl", "ar"], ["en"])) {
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
      for (const box of await group.getByRole("checkbox", { checked: true }).all()) await box.click();
      for (const key of laid[name] ?? [])
        await group.getByRole("checkbox", { name: say(parts[key]), exact: true }).click();
    }
    if (language === "nl") await looks.look("tablet aangeven");
    await page()
      .getByRole("button", { name: say("handover:give", { name: "Elif en Noor" }), exact: true })
      .click();
    await expect(page().locator(`.family[lang=${language}]`)).toBeVisible();
    const seen = await lookAlong(tablet, looks, language);
    const own = wordsIn(language);
    for (const key of [
      "readBack",
      "afterRed.card.parent",
      "secrets.title.child",
      "whoMayKnow.child",
      "thanks.child",
    ])
      expect(seen).toContain(own(`family:${key}`));
    expect(seen.length).toBeGreaterThan(30);
    await looks.look("pin");
    expect(looks.found).toEqual([]);
  });
}
