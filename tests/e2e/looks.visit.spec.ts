import type { Tablet } from "./driver.ts";
import { createLooks, type Looks } from "./looks.ts";
import { expect, test } from "./test.ts";

const promise = "Elif belt oma als het te druk wordt.";
const names = ["Yılmaz", "Elif", "Noor"];

async function unfold({ page }: Tablet): Promise<void> {
  const folded = page().locator(".ui-fold-button[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
}

/** At the table: every fold, every dialog, and the pages that are turned to the family. */
async function tableLooking(tablet: Tablet, looks: Looks): Promise<void> {
  const { page, press, say } = tablet;
  await unfold(tablet);
  await looks.look("at the table, unfolded");
  await press("visit:table.other");
  await looks.look("another tool");
  await page().keyboard.press("Escape");
  await press("visit:table.show");
  await looks.look("which to show");
  await page().keyboard.press("Escape");
  const table = new URL(page().url()).pathname;
  for (const shown of ["stoplight", "thermometer", "signs-of-safety", "what-i-write"]) {
    await tablet.goTo(table.replace("/table", `/show/${shown}`));
    await expect(page().getByRole("button", { name: say("visit:show.back") })).toBeVisible();
    await looks.look(`shown: ${shown}`);
  }
  await tablet.goTo(table);
}

/** "Afronden", from nothing at all to a sheet that is copied out. */
async function finishLooking(tablet: Tablet, looks: Looks): Promise<void> {
  const { page, press, say, link, tick, pick, field } = tablet;
  await tablet.activate(page().getByRole("button", { name: say("visit:steps.finish") }));
  await expect(tablet.heading("visit:finish.title")).toBeVisible();
  await looks.look("finish");
  await press("visit:agreement.add");
  await looks.look("an agreement, empty");
  await tablet.write(field("visit:agreement.what"), promise);
  await tick(say("visit:agreement.tonight"));
  await tick("Elif", page().getByRole("group", { name: say("visit:agreement.with"), exact: true }));
  await looks.look("an agreement");
  await tablet.activate(page().locator(".ui-tasks button").filter({ hasText: "Noor" }));
  await looks.look("turned to the child");
  await press("visit:show.back");
  await expect(tablet.heading("visit:finish.title")).toBeVisible();
  await tablet.activate(link("visit:sheet.make"));
  await looks.look("what stays behind, nothing answered");
  await tick("Elif", page().getByRole("group", { name: say("sheets:questions.for"), exact: true }));
  await pick(say("sheets:dangers.unknown"));
  await looks.look("what stays behind, perhaps dangerous");
  await pick(say("sheets:dangers.no"));
  await tablet.activate(page().getByRole("checkbox", { name: promise }));
  await looks.look("what stays behind, a line chosen");
  await press("sheets:leave.more");
  await looks.look("ways to print");
  await page().keyboard.press("Escape");
  await press("sheets:leave.copy");
  await looks.look("to copy out");
  await press("sheets:leave.copied");
  await expect(page()).toHaveURL(/\/finish$/);
  await looks.look("finish, a sheet left");
  await tablet.activate(link("visit:sheet.open"));
  await looks.look("a sheet that was left");
  await tablet.activate(link("common:back"));
}

test("every page of a visit's end and of what opens at the table fits everybody", async ({
  opened: { tablet, secrets },
}) => {
  test.setTimeout(300_000);
  const { page, press, say } = tablet;
  const looks = createLooks(page, { names });
  const family = await tablet.newFamily("Familie Yılmaz");
  for (const tab of ["people", "visits", "assessment", "plan", "timeline", "report", "versions"]) {
    await tablet.goTo(`/families/${family}/${tab}`);
    await page().waitForTimeout(250);
    await looks.look(`empty: ${tab}`);
  }
  await tablet.addPerson("Elif", { roles: ["parent-other"], language: "Türkçe" });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.planVisit();
  await unfold(tablet);
  await looks.look("preparation, unfolded");
  await press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);
  await tableLooking(tablet, looks);

  await tablet.handOver({ to: "Noor", tools: [say("instruments:stoplight.short")] });
  await page().getByRole("main").getByRole("radio").nth(1).click();
  await tablet.onward();
  await tablet.onward();
  await page().getByRole("main").getByRole("textbox").first().fill("Papa en mama deden weer gewoon.");
  await tablet.toTheEnd();
  await tablet.takeBack(secrets.pin);
  await looks.look("the tablet is back");
  await tablet.activate(tablet.link("handover:back"));
  await finishLooking(tablet, looks);
  await tablet.finishVisit();
  await looks.look("families, after a visit");
  await tablet.goTo(`/families/${family}`);
  await page().waitForTimeout(250);
  await looks.look("overview, after a visit");
  await tablet.goTo(`/families/${family}/report`);
  await page().waitForTimeout(250);
  await looks.look("report, after a visit");
  expect(looks.found).toEqual([]);
});
