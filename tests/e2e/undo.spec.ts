import type { Locator } from "@playwright/test";
import type { Tablet } from "./driver.ts";
import { holdWrites } from "./slowDisk.ts";
import { expect, test } from "./test.ts";

/** The tap that takes the last writing back, and what it says beforehand. */
const undoIn = (tablet: Tablet): Locator =>
  tablet.page().getByRole("button", { name: tablet.say("casefile:undo.action"), exact: true });

test("what a worker wrote last is taken back with one tap, on notes, sheets, people and tools", async ({
  opened: { tablet },
}) => {
  test.setTimeout(200_000);
  const { page, field, say, press } = tablet;
  const id = await tablet.newFamily("Familie Yılmaz");
  const undo = undoIn(tablet);
  const saysOf = () => undo.first().getAttribute("aria-describedby");
  const says = async (): Promise<string> =>
    page()
      .locator(`[id="${await saysOf()}"]`)
      .innerText();

  await tablet.note("Rustig gesprek in de keuken.");
  expect(await says()).toContain("Rustig gesprek in de keuken.");
  await undo.click();
  await expect(tablet.noted("Rustig gesprek in de keuken.")).toHaveCount(0);

  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await page().getByRole("link", { name: "Elif", exact: true }).click();
  await field("casefile:person.name").fill("Elf");
  await field("casefile:person.name").press("Tab");
  await expect(tablet.heading("casefile:people.title")).toHaveCount(0);
  await expect(undo).toBeVisible();
  expect(await says()).toContain("Elif");
  await undo.click();
  await expect(field("casefile:person.name")).toHaveValue("Elif");

  await tablet.goTo(`/families/${id}/plan`);
  await press("casefile:agreements.add");
  const who = field("casefile:agreements.fields.who");
  await who.fill("oma");
  await who.press("Tab");
  await expect(undo).toBeVisible();
  await who.fill("Loes");
  await who.press("Tab");
  await expect.poll(says).toContain("oma");
  await undo.click();
  await expect(who).toHaveValue("oma");
  await press("casefile:sheet.remove");
  await page()
    .getByRole("alertdialog")
    .getByRole("button", { name: say("casefile:sheet.remove") })
    .click();
  await expect(undo).toBeVisible();
  await undo.click();
  await expect(page().getByRole("listitem").getByText("oma")).toBeVisible();

  await tablet.goTo(`/families/${id}/tools/signs-of-safety?section=map`);
  const composer = field("tools:map.write", { column: say("instruments:signs-of-safety.items.goes-well") });
  await composer.fill("Ze lacht veel.");
  await tablet.button("tools:map.add").first().click();
  await expect(page().getByRole("row", { name: "Ze lacht veel." })).toBeVisible();
  await undo.click();
  await expect(page().getByRole("row", { name: "Ze lacht veel." })).toHaveCount(0);
});

test("tools are laid in another order by dragging, by the keyboard and by the buttons", async ({
  opened: { tablet },
}) => {
  const { page, say, press } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.planVisit();
  await press("visit:prepare.tools.usual");
  const list = page().getByRole("grid", { name: say("visit:prepare.tools.title"), exact: true });
  const order = () => list.getByRole("row").locator(".ui-order-words").allInnerTexts();
  const titles = ["signs-of-safety", "stoplight", "thermometer", "goals-specific"].map((tool) =>
    say(`instruments:${tool}.title`),
  );
  const [first, second, third, fourth] = titles as [string, string, string, string];
  await expect.poll(order).toEqual(titles);
  const grip = (tool: string) =>
    page().getByRole("button", { name: say("visit:prepare.tools.drag", { tool }) });

  // The grip lets the pointer through to its line: the line is what is dragged.
  await list.getByRole("row", { name: fourth }).dragTo(list.getByRole("row", { name: first }), {
    sourcePosition: { x: 30, y: 30 },
    targetPosition: { x: 60, y: 4 },
  });
  await expect.poll(order).toEqual([fourth, first, second, third]);
  // The browser ends a drag after the drop; before that no other can begin.
  await expect(list.locator("[data-dragging]")).toHaveCount(0);

  await grip(fourth).focus();
  await page().keyboard.press("Enter");
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("Enter");
  await expect.poll(async () => (await order())[0]).toBe(first);

  await page()
    .getByRole("button", { name: say("visit:prepare.tools.up", { tool: third }), exact: true })
    .click();
  await expect.poll(async () => (await order()).indexOf(third)).toBe(2);
  await undoIn(tablet).click();
  await expect.poll(async () => (await order()).indexOf(third)).toBe(3);
});

test("a person's page shows who may know what was said, and takes a permission that was told and taken back", async ({
  tablet,
}) => {
  const { page, say, press } = tablet;
  await tablet.practise();
  await page()
    .getByRole("link", { name: say("practice:family") })
    .first()
    .click();
  await tablet.link("casefile:tabs.people").click();
  await page().getByRole("link", { name: "Noor", exact: true }).click();
  const section = page().getByRole("region", { name: say("casefile:sight.title", { name: "Noor" }) });
  await expect(section.getByText(say("casefile:sight.mayNot", { name: "Bram" })).first()).toBeVisible();
  await press("casefile:sight.add");
  const dialog = page().getByRole("dialog");
  await dialog.getByRole("checkbox").first().click();
  await tablet.tick("oma Sevim", dialog);
  await tablet.pick(say("casefile:sight.yes"), dialog);
  await dialog.getByRole("button", { name: say("casefile:sight.save"), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const line = section
    .locator("div.row")
    .filter({ hasText: say("casefile:sight.may", { name: "oma Sevim" }) });
  await expect(line).toContainText("Noor");
  await expect(line).toContainText("verteld, Marit schreef");
  await line.getByRole("button").click();
  await expect(section.getByText(say("casefile:sight.mayNot", { name: "oma Sevim" }))).toBeVisible();
});

test("words that are put right before the disk has taken the first replace them, and do not stand beside them", async ({
  opened: { tablet },
}) => {
  const { page, field, press, say } = tablet;
  const id = await tablet.newFamily("Familie Yılmaz");
  await tablet.goTo(`/families/${id}/plan`);
  await press("casefile:agreements.add");
  const who = field("casefile:agreements.fields.who");
  await expect(who).toBeVisible();
  const write = await holdWrites(page());
  await who.fill("oma");
  await who.press("Tab");
  await expect.poll(write.state).toBe("begun");
  await who.fill("Loes");
  await who.press("Tab");
  await write.letGo();
  const undo = undoIn(tablet).first();
  const says = async (): Promise<string> =>
    page()
      .locator(`[id="${await undo.getAttribute("aria-describedby")}"]`)
      .innerText();
  await expect.poll(says).toContain("oma");
  await expect(who).toHaveValue("Loes");
  await tablet.goTo(`/families/${id}/versions`);
  await expect(page().getByText(say("casefile:versions.none"))).toBeVisible();
});
