import type { Tablet } from "./driver.ts";
import { misfits } from "./looks.ts";
import { expect, test } from "./test.ts";

/** Names as people have them, and what a keyboard or a paste can make of them. */
const names = [
  ["Arabic", "نور الدين"],
  ["Chinese", "诺尔"],
  ["Devanagari with joined signs", "क्षत्रिय"],
  ["letters with many marks", "Z̴͈̕a̵l̷g̶o̸"],
  ["pictures joined to one", "👩‍👧‍👦 Bakker"],
  ["both directions at once", "עברית en Nederlands"],
  ["what looks like a program", "<b>\"'`$(x)</b> ; --"],
] as const;

test("a name in any script is kept as it was typed, and found again by it", async ({
  opened: { tablet },
}) => {
  test.setTimeout(200_000);
  const { page, field } = tablet;
  const id = await tablet.newFamily("Familie Yılmaz");
  for (const [what, name] of names) {
    await test.step(what, async () => {
      await tablet.goTo(`/families/${id}/people/new`);
      await field("casefile:person.name").fill(name);
      await field("casefile:person.name").press("Tab");
      await expect(page()).toHaveURL(/\/people\/[0-9a-f]{32}/);
      await tablet.goTo(`/families/${id}/people`);
      await expect(page().getByRole("link", { name, exact: true })).toBeVisible();
    });
  }
});

test("a name that nobody can see makes nobody, and the family's name asks for more", async ({
  opened: { tablet },
}) => {
  const { page, field, press, say } = tablet;
  await press("families:new.open");
  await field("families:new.name").fill("\u200b \u202e");
  await press("families:new.create");
  await expect(page().getByText(say("families:new.empty"))).toBeVisible();
});

test("ten thousand characters are kept whole and break no page", async ({ opened: { tablet } }) => {
  const { page, field } = tablet;
  const long = "Zonderspatie".repeat(834);
  const id = await tablet.newFamily(long);
  const tooWide = async () => (await misfits(page())).filter((one) => one.startsWith("wide"));
  expect(await tooWide()).toEqual([]);
  await tablet.note(`${long} in een aantekening`);
  expect(await tooWide()).toEqual([]);
  await tablet.goTo(`/families/${id}/people/new`);
  await field("casefile:person.name").fill(long);
  await field("casefile:person.name").press("Tab");
  await expect(page()).toHaveURL(/\/people\/[0-9a-f]{32}/);
  await expect(field("casefile:person.name")).toHaveValue(long);
  expect(await tooWide()).toEqual([]);
  await tablet.goTo("/families");
  await expect(page().getByRole("link", { name: long })).toBeVisible();
  expect(await tooWide()).toEqual([]);
});

const births = [
  { typed: "ongeveer 2019", kept: "ongeveer 2019" },
  { typed: "7 jaar", kept: "ongeveer 2019" },
  { typed: "maart, zegt oma", kept: "maart, zegt oma" },
  { typed: "31-2-2019", kept: "31-2-2019", says: "casefile:person.noSuchDay" },
  { typed: "2099", kept: "2099", says: "casefile:refusals.futureDate" },
  { typed: "ongeveer 1066", kept: "ongeveer 1066", says: "casefile:refusals.tooLongAgo" },
] as const;

/** The clock jumps, and whoever unlocks goes on: a jump ahead looks like a long time without a touch. */
async function setClock(tablet: Tablet, time: string, words: readonly string[]): Promise<void> {
  await tablet.page().clock.setFixedTime(new Date(time));
  await tablet.reload();
  await tablet.unlock(words);
}

test("a birth date is kept as it is known, or stays in the field with a sentence that says what to do", async ({
  opened: { tablet, secrets },
}) => {
  const { page, field, say } = tablet;
  await setClock(tablet, "2026-11-26T15:30:00+01:00", secrets.words);
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"] });
  await page().getByRole("link", { name: "Noor", exact: true }).click();
  const birth = field("casefile:person.birth");
  for (const { typed, kept, ...more } of births) {
    await birth.fill(typed);
    await birth.press("Tab");
    await expect(birth).toHaveValue(kept);
    if ("says" in more) await expect(page().getByText(say(more.says), { exact: false })).toBeVisible();
  }
});

for (const [what, time] of [
  ["years back", "2009-05-01T12:00:00Z"],
  ["years ahead", "2043-05-01T12:00:00Z"],
] as const) {
  test(`on a tablet whose clock stands ${what} a visit is planned, begun and written in`, async ({
    opened: { tablet, secrets },
  }) => {
    const { page, field, press, say } = tablet;
    await setClock(tablet, time, secrets.words);
    await tablet.newFamily("Familie Yılmaz");
    await tablet.addPerson("Noor", { roles: ["child"], birth: "ongeveer 2005" });
    await tablet.planVisit();
    const when = page().getByLabel(say("visit:prepare.when"), { exact: true });
    await when.fill("2026-12-01T10:15");
    await expect(page().getByText(say("casefile:refusals.unlikelyYear"))).toHaveCount(0);
    await press("visit:prepare.begin");
    await press("visit:folds.note");
    await field("casefile:notes.new").fill("Rustig gesprek.");
    await press("casefile:notes.keep");
    await expect(tablet.noted("Rustig gesprek.")).toBeVisible();
  });
}

test("a year that can't be stays in the field of a visit with a sentence", async ({ opened: { tablet } }) => {
  const { page, say } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.planVisit();
  const when = page().getByLabel(say("visit:prepare.when"), { exact: true });
  await when.fill("0202-12-01T10:15");
  await expect(page().getByText(say("casefile:refusals.unlikelyYear"))).toBeVisible();
  await when.fill("2026-12-01T10:15");
  await expect(page().getByText(say("casefile:refusals.unlikelyYear"))).toHaveCount(0);
  await tablet.link("common:back").click();
  await expect(page().getByText("10:15", { exact: false }).first()).toBeVisible();
});
