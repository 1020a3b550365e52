import type { Locator } from "@playwright/test";
import { headAt } from "../../src/domain/casefile.ts";
import { peopleOf } from "../../src/domain/people.ts";
import { cardFields, cardsOf } from "../../src/domain/plan.ts";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

const map = "signs-of-safety";
const alarms = "alarm-signals";

/** The practice family's overview. */
async function atPracticeFamily(tablet: Tablet): Promise<void> {
  const { page, say } = tablet;
  await tablet.practise();
  await page()
    .getByRole("link", { name: say("practice:family") })
    .first()
    .click();
}

test("cards are laid on the map in somebody's words, moved by their menu, and each keeps its voice", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.openInAssessment(map);
  await tablet.openPart(map, "map");
  await tablet.layCard("goes-well", "Noor lacht veel.");
  await tablet.layCard("goes-well", "Oma past op.");
  const whose = page().getByRole("group", { name: say("tools:voice.whose"), exact: true });
  await tablet.pick("Elif", whose);
  await tablet.layCard("worries", "Er is weinig geld.");
  const nameOf = (column: string) => say(`instruments:${map}.items.${column}`);
  const to = (column: string) => say("tools:map.moveTo", { column: nameOf(column) });
  await tablet.moveCard("Oma past op.", to("must-happen"));
  await expect(tablet.column("must-happen").getByText("Oma past op.")).toBeVisible();
  await expect(tablet.column("goes-well").getByText("Oma past op.")).toHaveCount(0);
  await expect(tablet.column("worries").getByRole("row").getByText("Elif")).toBeVisible();
  await tablet.layCard("must-happen", "Vaste bedtijd.");
  await tablet.moveCard("Vaste bedtijd.", say("tools:map.up"));
  await expect(tablet.column("must-happen").getByRole("row").first()).toContainText("Vaste bedtijd.");

  const { file } = await tablet.casefile();
  const elif = peopleOf(file).find(({ name }) => name === "Elif");
  const laid = cardsOf(file).map(({ id, text, column }) => {
    const voice = headAt(file, id, cardFields.text)?.voice;
    return `${column}: ${text} ${voice === elif?.id ? "Elif" : "Marit"}`;
  });
  expect(laid).toEqual([
    "goes-well: Noor lacht veel. Marit",
    "worries: Er is weinig geld. Elif",
    "must-happen: Vaste bedtijd. Elif",
    "must-happen: Oma past op. Marit",
  ]);
});

test("ja, nee, onbekend and 'verder niets gezien' are four different things, and a part is done by the worker's word", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  const item = (id: string) => say(`instruments:${alarms}.items.${id}`);
  const done = tablet.button("tools:bar.sectionDone");
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.openInAssessment(alarms, "Noor");
  await tablet.openPart(alarms, "parent");
  await tablet.tapAnswer(item("doubtful-explanation"), say("tools:say.unknown"));
  await tablet.tapAnswer(item("threatens-violence"), say("tools:say.no"));
  await tablet.tick(say("tools:nothingElse"));
  await tablet.activate(done);
  await expect(tablet.button("tools:bar.sectionIsDone")).toBeVisible();

  // A "ja" asks for a decision before its part is done. What was tapped stays.
  await tablet.press("tools:bar.parts");
  await tablet.openPart(alarms, "presumed-maltreatment");
  await tablet.tapAnswer(item("injury-not-accidental"), say("tools:say.yes"));
  await expect(page().getByText(say("tools:findings.needed"))).toBeVisible();
  await tablet.activate(done);
  await expect(page().getByText(say("tools:refused.notComplete"))).toBeVisible();
  await expect(done).toBeVisible();
  await tablet.press("casefile:undo.action");
  await expect(page().getByText(say("tools:findings.needed"))).toHaveCount(0);
  await tablet.tapAnswer(item("injury-not-accidental"), say("tools:say.no"));
  await tablet.press("tools:bar.parts");
  const state = (group: string) =>
    page()
      .locator(".ui-task")
      .filter({ has: page().getByText(say(`instruments:${alarms}.groups.${group}`), { exact: true }) });
  await expect(state("parent")).toContainText(say("tools:parts.done"));
  await expect(state("presumed-maltreatment")).toContainText(say("tools:parts.open", { n: 4 }));

  const { file, entries } = await tablet.casefile();
  const said = [...file.records.values()].find((record) => record.has("doubtful-explanation"));
  const value = (field: string) => said?.get(field)?.heads[0]?.value;
  expect(value("doubtful-explanation")).toBe("unknown");
  expect(value("threatens-violence")).toBe("no");
  expect(value("injury-not-accidental")).toBe("no");
  // Not seen is not "nee": nothing stands at what was not tapped.
  expect(value("earlier-child-death")).toBeUndefined();
  expect(
    entries.filter(({ ops }) => ops.some(({ field }) => field === "injury-not-accidental")),
  ).toHaveLength(3);
});

test("'is het kind veilig' is told apart from 'voelt het kind zich veilig', and onbekend from both", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  const tool = "safety-appraisal";
  const item = (id: string) => say(`instruments:${tool}.items.${id}`);
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.openInAssessment(tool, "Noor");
  await tablet.openPart(tool, "felt-safety");
  await tablet.tapAnswer(item("objectively-safe"), say("tools:say.yes"));
  await tablet.tapAnswer(item("feels-safe"), say("tools:say.unknown"));
  await tablet.tapAnswer(item("feels-safe"), say("tools:say.no"));
  const feels = page().getByRole("group", { name: item("feels-safe"), exact: true });
  await expect(feels.getByRole("button", { pressed: true })).toHaveText(say("tools:say.no"));
  // The same answer once more takes it back.
  await tablet.activate(feels.getByRole("button", { name: say("tools:say.no"), exact: true }));
  await expect(feels.getByRole("button", { pressed: true })).toHaveCount(0);
  const { entries } = await tablet.casefile();
  const given = entries.flatMap(({ ops }) => ops).filter(({ field }) => field === "feels-safe");
  expect(given.map(({ value }) => value)).toEqual(["unknown", "no", null]);
});

test("what was answered before lies folded beside the new answer, with who said it and when", async ({
  tablet,
}) => {
  const { page, say } = tablet;
  await atPracticeFamily(tablet);
  const { entries } = await tablet.casefile();
  const said = entries.find(({ ops }) =>
    ops.some(({ field, value }) => field === "injury-not-accidental" && value === "yes"),
  );
  await tablet.openInAssessment(alarms, "Noor");
  await tablet.openPart(alarms, "presumed-maltreatment");
  const what = say(`instruments:${alarms}.items.injury-not-accidental`);
  const answers = page().getByRole("group", { name: what, exact: true });
  await expect(answers).toBeVisible();
  // A new list outside a visit: nothing is answered in it.
  await expect(answers.getByRole("button", { pressed: true })).toHaveCount(0);
  await expect(page().getByText(say("tools:earlier.title"))).toHaveCount(0);
  await tablet.press("tools:notes.open", { what });
  const earlier = page().locator(".worker-item").filter({ has: answers }).getByRole("listitem");
  // Which day that was is for the tablet to say: where this test runs it may still be the day before.
  const day = await page().evaluate((wall) => new Date(wall).getDate(), said?.wall ?? Number.NaN);
  await expect(earlier.filter({ hasText: say("tools:say.yes") })).toHaveText(
    new RegExp(`Marit, .*\\b${day}\\b`),
  );
  await expect(earlier.filter({ hasText: say("tools:say.no") }).first()).toContainText("Marit");
});

test("scores over time are a line for each person and the same in a table, and a new one comes to it", async ({
  tablet,
}) => {
  const { page, say } = tablet;
  await atPracticeFamily(tablet);
  await tablet.openInAssessment(map);
  const trend = page().getByRole("figure", { name: say("tools:trend.safety"), exact: true });
  // Folded: at the table nobody reads another's numbers unasked.
  await tablet.press("tools:trend.safety");
  await expect(trend).toBeVisible();
  const names = ["Elif", "Bram", "Noor", "Marit", "Youssef"];
  for (const name of names) await expect(trend).toContainText(name);
  await tablet.activate(trend.getByRole("button", { name: say("tools:trend.showTable"), exact: true }));
  /** What the latest row of a table says of somebody. */
  const latest = async (figure: Locator, name: string): Promise<string> => {
    const heads = await figure.getByRole("columnheader").allInnerTexts();
    const cells = figure.getByRole("row").last().locator("th, td");
    return cells.nth(heads.indexOf(name)).innerText();
  };
  const scores = [];
  for (const name of names) scores.push(await latest(trend, name));
  expect(scores).toEqual(["4", say("tools:say.dontKnow"), "2", "3", "4"]);

  await tablet.openPart(map, "scale-fields");
  const part = page().getByRole("region", { name: say("tools:raters.safety"), exact: true });
  await tablet.activate(part.getByRole("button", { name: /^Marit/ }));
  const item = say(`instruments:${map}.items.safety-score-professional`);
  await tablet.pick("7", part.getByRole("radiogroup", { name: item, exact: true }));
  await tablet.activate(part.getByRole("button", { name: say("tools:trend.safety"), exact: true }));
  const there = part.getByRole("figure");
  await tablet.activate(there.getByRole("button", { name: say("tools:trend.showTable"), exact: true }));
  await expect.poll(() => latest(there, "Marit")).toBe("7");
  expect(await latest(there, "Elif")).toBe(say("tools:notFilledIn"));
});

test("with a blank sheet only that sheet is printed, and nothing of what was written in the tool", async ({
  tablet,
}) => {
  await tablet.practise();
  await tablet.goTo("/families");
  const family = await tablet.page().locator('a[href*="/families/"]').first().getAttribute("href");
  await tablet.goTo(`${family}`);
  await tablet.openInAssessment("irritation-diary", "Elif");
  await tablet.press("tools:diary.sheet");
  await tablet.page().emulateMedia({ media: "print" });
  await expect(tablet.page().locator(".ui-sheet")).toBeVisible();
  const besides = await tablet
    .page()
    .locator(".ui-page")
    .evaluate((page) =>
      [...page.querySelectorAll("*")]
        .filter(
          (one) => !one.closest(".ui-sheet") && !one.querySelector(".ui-sheet") && one.checkVisibility(),
        )
        .map((one) => one.textContent),
    );
  expect(besides).toEqual([]);
});
