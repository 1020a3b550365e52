import { createTablet, type Tablet } from "./driver.ts";
import { createLooks } from "./looks.ts";
import { filesWith } from "./profile.ts";
import { holdWrites } from "./slowDisk.ts";
import { expect, test } from "./test.ts";
import { wordsIn } from "./words.ts";

const nl = wordsIn("nl");
const ar = wordsIn("ar");
const inTool = (item: string, voice: "parent" | "child") => `familyTools:signs-of-safety.${item}.${voice}`;
const names = ["Elif", "Bram", "Noor", "Marit"];

/** A family of three at the table of their first visit. */
async function atTable(tablet: Tablet): Promise<void> {
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-concern"], language: "العربية" });
  await tablet.addPerson("Bram", { roles: ["parent-other"] });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await expect(tablet.page()).toHaveURL(/\/table$/);
}

const question = (tablet: Tablet, text: string) =>
  tablet.page().getByRole("heading", { level: 1, name: text, exact: true });

test("a mother answers in Arabic, hides half-way through a sentence, and comes back to it by the PIN", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Elif", tools: [nl("handover:parts.safety")] });
  await expect(question(tablet, ar(inTool("safety-score-family", "parent"), { name: "Noor" }))).toBeVisible();
  await tablet.answer(6);
  await tablet.onward();
  const meaning = question(tablet, ar(inTool("safety-score-meaning", "parent"), { n: 6 }));
  await expect(meaning).toBeVisible();
  await expect(tablet.page().getByText("Wat betekent een 6 voor u?")).toBeVisible();
  await tablet.page().getByRole("textbox").fill("هو يصرخ لكن");
  await tablet.pressTogether("family:hide");
  await expect(tablet.heading("lock:hidden.title")).toBeVisible();
  await tablet.unhide();
  await tablet.unlockWithPin(secrets.pin);
  await expect(meaning).toBeVisible();
  await expect(tablet.page().getByRole("textbox")).toHaveValue("هو يصرخ لكن");
  await tablet.pressTogether("family:stop");
  await expect(question(tablet, ar("family:stopped.parent"))).toBeVisible();
  await tablet.pressTogether("family:done");
  await tablet.takeBack(secrets.pin);
  await expect(tablet.link("handover:back")).toBeVisible();
});

test("a child alone answers on a ladder, and its mother may know and its father not", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Noor", tools: [nl("handover:parts.safety")] });
  await tablet.answer(2);
  await tablet.onward();
  // What it means and what is needed may stay open.
  await tablet.onward();
  await tablet.onward();
  await tablet.pressTogether("family:secrets.understood");
  await expect(question(tablet, nl("family:whoMayKnow.child"))).toBeVisible();
  await expect(tablet.page().getByRole("checkbox", { checked: true })).toHaveCount(0);
  await tablet.tick("Elif");
  await tablet.onward();
  await tablet.pressTogether("family:done");
  await tablet.takeBack(secrets.pin);
  await tablet.activate(tablet.link("handover:back"));
  await tablet.activate(tablet.page().getByRole("button", { name: nl("visit:steps.finish") }));
  await tablet.activate(tablet.page().getByRole("button", { name: "Noor", exact: true }).last());
  await expect(tablet.page().getByText(nl("visit:mayKnow.may", { names: "Elif" }))).toBeVisible();
  await expect(tablet.page().getByText(nl("visit:mayKnow.mayNot", { names: "Bram" }))).toBeVisible();
});

test("a child lets somebody know who is none of the family, and the name stands there for the worker", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  const { page } = tablet;
  await tablet.handOver({ to: "Noor", tools: [nl("handover:parts.safety")] });
  await tablet.answer(2);
  for (let n = 0; n < 3; n += 1) await tablet.onward();
  await tablet.pressTogether("family:secrets.understood");
  await expect(question(tablet, nl("family:whoMayKnow.child"))).toBeVisible();
  const name = tablet.field("family:someoneElseWho");
  const somebodyElse = page().getByRole("checkbox", { name: nl("family:mayKnow.someoneElse"), exact: true });
  await expect(name).toHaveCount(0);
  await somebodyElse.click();
  await name.fill("Juf Anne");
  // Nobody but the worker takes it back, and somebody else is chosen anew.
  await tablet.tick(nl("family:mayKnow.onlyWorker", { worker: secrets.worker }));
  await expect(somebodyElse).not.toBeChecked();
  await expect(name).toHaveCount(0);
  await somebodyElse.click();
  await expect(page().getByRole("checkbox", { checked: true })).toHaveCount(1);
  await name.fill("Juf Anne van school");
  await tablet.onward();
  await tablet.pressTogether("family:done");
  await tablet.takeBack(secrets.pin);
  await tablet.activate(tablet.link("handover:back"));
  await tablet.activate(page().getByRole("button", { name: nl("visit:steps.finish") }));
  await tablet.activate(page().getByRole("button", { name: "Noor", exact: true }).last());
  const known = page().locator(".visit-line").filter({ hasText: "Juf Anne" });
  await expect(known).toHaveCount(1);
  await expect(known).toContainText(nl("visit:mayKnow.byName", { name: "Juf Anne van school" }));
  await expect(known).toContainText(nl("visit:mayKnow.mayNot", { names: "Elif en Bram" }));
});

test("a child with a parent near is offered nothing about safety at home", async ({ opened: { tablet } }) => {
  await atTable(tablet);
  await tablet.activate(tablet.link("visit:table.handOver"));
  await tablet.tick("Noor");
  const part = tablet.page().getByRole("region", { name: "Noor", exact: true });
  const safety = part.getByRole("checkbox", { name: nl("handover:parts.safety"), exact: true });
  await tablet.pick(nl("handover:earshot.nobody"), part);
  await expect(safety).toBeVisible();
  await tablet.pick(nl("handover:earshot.somebody"), part);
  await expect(safety).toBeHidden();
  await tablet.tick("Bram", part);
  await expect(safety).toBeHidden();
  await expect(
    part.getByRole("checkbox", { name: nl("instruments:stoplight.short"), exact: true }),
  ).toBeVisible();
});

test("the tablet goes from mother to child behind a page that holds nothing of hers", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  const { page } = tablet;
  await tablet.activate(tablet.link("visit:table.handOver"));
  for (const name of ["Elif", "Noor"]) {
    await tablet.tick(name);
    const part = page().getByRole("region", { name, exact: true });
    await tablet.pick(nl("handover:earshot.nobody"), part);
    await tablet.tick(nl("handover:parts.map"), part);
  }
  await tablet.press("handover:give", { name: "Elif en Noor" });
  await tablet.pressTogether("family:neutral.ready");
  await tablet.pressTogether("family:start");
  await tablet.answer("Noor lacht weer.");
  await tablet.pressTogether("family:add");
  await expect(page().getByRole("listitem").getByText("Noor lacht weer.")).toBeVisible();
  await tablet.pressTogether("family:stop");
  await tablet.pressTogether("family:done");
  await expect(question(tablet, nl("family:neutral.title"))).toBeVisible();
  await expect(page().locator("body")).not.toContainText("Elif");
  await tablet.pressTogether("family:neutral.ready");
  await tablet.pressTogether("family:start");
  await expect(page().getByRole("textbox")).toBeVisible();
  await expect(page().locator("body")).not.toContainText("Noor lacht weer.");
  await tablet.toTheEnd();
  await tablet.takeBack(secrets.pin);
});

test("what a child tells and the worker writes is read back before it counts", async ({
  opened: { tablet },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Noor", tools: [nl("instruments:drawing.short")] });
  await tablet.onward();
  await tablet
    .page()
    .getByRole("button", { name: nl("family:tellWorker", { worker: "Marit" }) })
    .click();
  await tablet.page().getByRole("textbox").fill("Dat is oma.");
  await tablet.onward();
  await expect(question(tablet, nl("family:readBack"))).toBeVisible();
  await expect(tablet.page().getByText("Dat is oma.")).toBeVisible();
  await tablet.pressTogether("family:yes");
  await expect(question(tablet, nl("family:secrets.title.child"))).toBeVisible();
});

test("a father tells of his week moment by moment, one question at a time, and half a sentence stays", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  const { page } = tablet;
  const ofDiary = (item: string) => question(tablet, nl(`familyTools:irritation-diary.${item}.parent`));
  await tablet.handOver({ to: "Bram", tools: [nl("instruments:irritation-diary.short")] });
  await expect(ofDiary("moment")).toBeVisible();
  await tablet.onward();
  await page().getByRole("textbox").fill("Boos.");
  await tablet.onward();
  await expect(ofDiary("trigger")).toBeVisible();
  await expect(page().getByText("Boos.")).toBeVisible();
  await page().getByRole("textbox").fill("Het was laat, en");
  await tablet.pressTogether("family:hide");
  await tablet.unhide();
  await tablet.unlockWithPin(secrets.pin);
  await expect(ofDiary("trigger")).toBeVisible();
  await expect(page().getByRole("textbox")).toHaveValue("Het was laat, en");
  for (let n = 0; n < 5; n += 1) await tablet.onward();
  const another = page().getByRole("button", { name: nl("familyTools:irritation-diary.another.parent") });
  await expect(another).toBeVisible();
  await another.click();
  await tablet.onward();
  await page().getByRole("textbox").fill("Moe.");
  await page().waitForTimeout(300);
  for (let n = 0; n < 6; n += 1) await tablet.onward();
  const told = page().locator(".own-cards > li");
  await expect(told).toHaveCount(2);
  await told
    .filter({ hasText: "Moe." })
    .getByRole("button", { name: `${nl("family:remove")}: Moe.`, exact: true })
    .click();
  await expect(told).toHaveCount(1);
  await expect(told).toContainText("Boos. · Het was laat, en");
  await tablet.pressTogether("family:done");
  await expect(question(tablet, nl("family:whoMayKnow.parent"))).toBeVisible();
});

test("who lays a card by the keyboard stays where they are", async ({ opened: { tablet } }) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Bram", tools: [nl("handover:parts.map")] });
  const { page } = tablet;
  await page().getByRole("textbox").fill("Oma komt elke dinsdag.");
  const add = page().getByRole("button", { name: nl("family:add"), exact: true });
  await add.focus();
  await page().keyboard.press("Enter");
  await expect(page().locator(".own-cards > li")).toHaveText([/Oma komt elke dinsdag\./]);
  await expect(add).toBeFocused();
  await page().keyboard.press("Enter");
  await expect(page().locator(".own-cards > li")).toHaveCount(1);
});

test("after red a child is asked nothing more, and gives the tablet back as after any questions", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Noor", tools: [nl("instruments:stoplight.short")] });
  await tablet.answer(nl("family:colours.red"));
  await tablet.onward();
  await expect(question(tablet, nl("family:afterRed.title"))).toBeVisible();
  await tablet.pressTogether("family:done");
  await expect(question(tablet, nl("family:thanks.child"))).toBeVisible();
  await expect(tablet.page().getByText(nl("family:handBack", { worker: secrets.worker }))).toBeVisible();
  await tablet.pressTogether("family:done");
  await tablet.takeBack(secrets.pin);
});

test("a child that taps faster than the tablet writes is asked nothing more after red either", async ({
  opened: { tablet },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Noor", tools: [nl("instruments:stoplight.short"), nl("handover:parts.map")] });
  const write = await holdWrites(tablet.page());
  await tablet.answer(nl("family:colours.red"));
  await expect.poll(write.state).toBe("begun");
  await tablet.onward();
  await write.letGo();
  await expect(question(tablet, nl("family:afterRed.title"))).toBeVisible();
});

test("a reload in the family's hands asks for the passphrase, and leads back to the visit", async ({
  opened: { tablet, secrets },
}) => {
  await atTable(tablet);
  await tablet.handOver({ to: "Noor", tools: [nl("instruments:stoplight.short")] });
  await tablet.reload();
  await expect(tablet.heading("lock:unlock.title")).toBeVisible();
  await expect(tablet.page().locator("body")).not.toContainText("Noor");
  await tablet.unlock(secrets.words);
  await expect(tablet.page()).toHaveURL(/\/hand-over$/);
  await expect(tablet.heading("handover:title")).toBeVisible();
});

test("the browser is killed in a child's hands, and one tap after unlocking it is where it was", async ({
  ownTablet: tablet,
}) => {
  const { words } = await tablet.setUp();
  await atTable(tablet);
  const half = "Papa wordt zo boos en dan";
  await tablet.handOver({ to: "Noor", tools: [nl("handover:parts.safety")] });
  await tablet.answer(3);
  await tablet.onward();
  await tablet.page().getByRole("textbox").pressSequentially(half);
  await tablet.page().waitForTimeout(1500);
  const address = new URL(tablet.page().url()).pathname;
  await tablet.kill();
  expect(filesWith(tablet.profile, half)).toEqual([]);

  await tablet.relaunch(address);
  const { page } = tablet;
  const kept = await page().evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  for (const name of names) expect(`${kept} ${page().url()} ${await page().title()}`).not.toContain(name);
  await expect(page().locator("body")).not.toContainText("Noor");
  await tablet.unlock(words);
  await tablet.press("handover:interrupted.goOn", { name: "Noor" });
  const meaning = inTool("safety-score-meaning", "child");
  await expect(question(tablet, nl(meaning, { n: 3 }))).toBeVisible();
  await expect(page().getByRole("textbox")).toHaveValue(half);
  await tablet.toTheEnd();
  await tablet.takeBack("284613");
  await expect(tablet.heading("handover:title")).toBeVisible();
  await expect(tablet.button("handover:interrupted.goOn", { name: "Noor" })).toBeHidden();
});

const laid = ["handover:parts.map", "handover:parts.safety", "instruments:stoplight.short"];

for (const language of ["nl", "ar"])
  for (const to of ["Elif", "Noor"])
    test(`every page of ${to}'s own screen fits everybody (${language})`, async ({
      page,
      opened,
      baseURL,
    }) => {
      test.setTimeout(300_000);
      const tablet = createTablet(() => page, baseURL ?? "");
      const looks = createLooks(() => page, { names });
      await atTable(opened.tablet);
      await tablet.handOver({ to, language, tools: laid.map((key) => nl(key)) });
      const say = wordsIn(language);
      const ends = ["family:next", "family:secrets.understood", "family:done"].map((key) =>
        page.getByRole("button", { name: say(key), exact: true }),
      );
      const pin = page.getByText(nl("lock:pin.label"), { exact: true });
      for (let n = 0; n < 40 && !(await pin.isVisible()); n += 1) {
        const title = await page.locator("#page-title").innerText();
        const isAsked = page.getByRole("main").getByRole("radio");
        if ((await isAsked.count()) > 0) await isAsked.nth(1).click();
        await looks.look(`${language} ${title}`);
        for (const end of ends) if (await end.isVisible()) await end.click();
        await page.waitForTimeout(150);
      }
      await expect(pin).toBeVisible();
      expect(looks.found).toEqual([]);
    });
