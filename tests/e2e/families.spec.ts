import { expect, test } from "./test.ts";

test("a first family has a name in any script, and two taps later somebody can write", async ({ tablet }) => {
  await tablet.setUp();
  await expect(tablet.page().getByText(tablet.say("families:first.title"))).toBeVisible();
  await tablet.newFamily("عائلة Yılmaz 👩‍👧");
  await tablet.note("Rustig gesprek in de keuken.");
  await tablet.open("/families");
});

test("a birth date that is still to come stays in the field with a sentence", async ({ tablet }) => {
  await tablet.setUp();
  await tablet.newFamily("Gezin Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "ongeveer 2019" });
  await tablet.page().getByRole("link", { name: "Noor", exact: true }).click();
  const birth = tablet.field("casefile:person.birth");
  await expect(birth).toHaveValue("ongeveer 2019");
  await birth.fill("2099");
  await birth.press("Tab");
  await expect(tablet.page().getByText(tablet.say("casefile:refusals.futureDate"))).toBeVisible();
  await expect(birth).toHaveValue("2099");
  await birth.fill("4-3-2019");
  await birth.press("Tab");
  await expect(tablet.page().getByRole("status").filter({ hasText: "4 maart 2019" })).toBeVisible();
  await expect(tablet.page().getByText(tablet.say("casefile:refusals.futureDate"))).toHaveCount(0);
});

test("two versions of an agreement are both shown, put together, and gone", async ({ tablet }) => {
  await tablet.practise();
  await tablet
    .page()
    .getByRole("link", { name: tablet.say("practice:family") })
    .first()
    .click();
  await tablet
    .page()
    .locator("#main")
    .getByRole("link", { name: /^2 versies\s*:/ })
    .click();
  await expect(tablet.button("casefile:versions.choose")).toHaveCount(2);
  await tablet.press("casefile:versions.combine");
  await tablet.field("casefile:versions.combined").fill("Loes haalt op, oma vangt op");
  await tablet.press("casefile:versions.keepCombined");
  await expect(tablet.page().getByText(tablet.say("casefile:versions.none"))).toBeVisible();
  await tablet.link("casefile:tabs.plan").click();
  await expect(tablet.page().getByText("Loes haalt op, oma vangt op", { exact: false })).toBeVisible();
});

test("a number outside a visit stands in the words of who gave it, and in the timeline", async ({
  tablet,
}) => {
  await tablet.practise();
  const { page, say } = tablet;
  await page()
    .getByRole("link", { name: say("practice:family") })
    .first()
    .click();
  await tablet.link("casefile:tabs.plan").click();
  await page().locator("a[href*='goal=']").first().click();
  await tablet.press("casefile:score.add");
  const dialog = page().getByRole("dialog");
  await tablet.pick("Elif", dialog);
  await tablet.pick("9", dialog);
  await dialog.getByRole("button", { name: say("casefile:score.save") }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    page().getByRole("listitem").filter({ hasText: "Elif" }).getByText("9", { exact: true }),
  ).toBeVisible();
  await tablet.link("casefile:tabs.timeline").click();
  await expect(
    page()
      .getByText(/Elif · verteld, Marit schreef/)
      .first(),
  ).toBeVisible();
});

test("a goal that was opened and left without a word leaves nothing behind", async ({ tablet }) => {
  await tablet.setUp();
  await tablet.newFamily("Gezin De Groot");
  await tablet.link("casefile:tabs.plan").click();
  await tablet.press("casefile:goals.add");
  await tablet.press("casefile:sheet.ready");
  await expect(tablet.page().getByText(tablet.say("casefile:goals.none"))).toBeVisible();
});
