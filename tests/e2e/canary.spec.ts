import { type Instrument, type Voice, voicesOf } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { mapColumns } from "../../src/domain/plan.ts";
import { sectionsOf } from "../../src/instrument/sections.ts";
import { canary, createCanaries, expectNoCanary, unkeptCanary } from "./canaries.ts";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";
import { asksFurtherWords, placesWith, textPlaces, textsSaidBy } from "./texts.ts";

/**
 * A name that exists nowhere else is typed into every field that there is, and then searched for in the browser's own
 * files. That it was typed into all of them is read from what is stored, against the catalogue of the tools.
 */

type Canaries = ReturnType<typeof createCanaries>;

/** Ids of those whom a tool may be about. */
type Subjects = { readonly child: string; readonly parent: string; readonly goal: string };

type Asked = { readonly voices: readonly Voice[]; readonly query: string };

/** In whose words a tool is opened: the worker's own, and those of the person whom it is about. */
function askedIn(tool: Instrument, { child, parent, goal }: Subjects): readonly Asked[] {
  const about = { child, parent, person: parent, goal, family: "" }[tool.about];
  const query = about === "" ? "?" : `?about=${about}&`;
  const voice = tool.about === "child" ? "child" : "parent";
  const person = { child, parent }[voice];
  const own: Asked = { voices: ["worker"], query };
  const persons: Asked = { voices: [voice, "worker"], query: `${query}voice=${person}&` };
  return [
    ...(tool.voices.includes("worker") ? [own] : []),
    ...(tool.voices.includes(voice) ? [persons] : []),
  ];
}

/** Every part of one tool, and what is asked further once something is answered. */
async function typeInTool(
  canaries: Canaries,
  tablet: Tablet,
  family: string,
  tool: Instrument,
  asked: Asked,
): Promise<void> {
  const { say, page } = tablet;
  const wishes = { press: [say("tools:say.add")], score: true };
  const path = `${family}/tools/${tool.id}${asked.query}`;
  await canaries.at(path, wishes);
  if ((await page().locator(".ui-task").count()) === 0) return;
  for (const { id, groups, rowGroups } of sectionsOf(tool, asked.voices)) {
    const all = [...groups, ...rowGroups].flatMap((group) => group.items.map((item) => ({ group, item })));
    const [first] = asked.voices;
    if (!all.some(({ group, item }) => first && voicesOf(group, item).includes(first))) continue;
    await canaries.at(`${path}section=${id}`, wishes);
    const further = all.filter(({ group, item }) => asksFurtherWords(group, item));
    for (const { item } of further)
      await tablet.tapAnswer(say(`instruments:${tool.id}.items.${item.id}`), say("tools:say.yes"));
    if (further.length > 0) await canaries.type();
  }
}

/** Of the catalogue, and typed into elsewhere or nowhere. */
const elsewhere: { readonly [place: string]: string } = {
  "case-persons.systems/other": "named by the method, asked on no screen",
  "scope-statement.intended-users/other": "a page that is only read",
  "contact-numbers.emergency-number": "a fixed number, only read",
  "contact-numbers.kindertelefoon-number": "a fixed number, only read",
  "contact-numbers.own-organisation": "in the settings, which have a test of their own",
};

/** A family with a child and a parent whose names are canaries. @returns its address, and the ids of both. */
async function canaryFamily(tablet: Tablet): Promise<{ family: string; child: string; parent: string }> {
  const family = `/families/${await tablet.newFamily(`Familie ${canary}`)}`;
  await tablet.addPerson(`${canary}kind`, { roles: ["child"], birth: "2016" });
  await tablet.addPerson(`${canary}ouder`, { roles: ["parent-other"] });
  const idOf = async (name: string): Promise<string> =>
    (await tablet.page().getByRole("link", { name, exact: true }).first().getAttribute("href"))
      ?.split("/")
      .at(-1) ?? "";
  return { family, child: await idOf(`${canary}kind`), parent: await idOf(`${canary}ouder`) };
}

async function newGoal(tablet: Tablet, family: string): Promise<string> {
  await tablet.goTo(`${family}/plan`);
  await tablet.press("casefile:goals.add");
  await expect(tablet.page()).toHaveURL(/goal=/);
  return new URL(tablet.page().url()).searchParams.get("goal") ?? "";
}

test("what is typed into any tool stands nowhere in the browser's files, open or closed", async ({
  ownTablet: tablet,
}) => {
  test.setTimeout(300_000);
  const { words } = await tablet.setUp({ worker: `${canary} de werker` });
  const { family, child, parent } = await canaryFamily(tablet);
  const canaries = createCanaries(tablet);
  const goal = await newGoal(tablet, family);
  await canaries.type();
  for (const tool of instruments)
    for (const asked of askedIn(tool, { child, parent, goal }))
      await typeInTool(canaries, tablet, family, tool, asked);
  for (const column of mapColumns) {
    await tablet.goTo(`${family}/tools/signs-of-safety?section=map`);
    await tablet.layCard(column, `${canary} ${column}`);
  }
  await tablet.moveCard(`${canary} ${mapColumns[0]}`, tablet.say("tools:map.edit"));
  await canaries.type();
  expect(canaries.missing([tablet.say("tools:map.edit")])).toEqual([]);
  await tablet.press("tools:map.save");
  await canaries.at(`${family}/people/${child}`);
  await tablet.goTo(family);
  const met = placesWith((await tablet.casefile()).file, canary);
  expect(textPlaces.filter((place) => !met.has(place) && !(place in elsewhere))).toEqual([]);
  await expectNoCanary(tablet, [words.join(" ")]);
});

/** All that stands outside the tools and outside a visit. */
async function typeOnFamilyPages(
  canaries: Canaries,
  tablet: Tablet,
  family: string,
  child: string,
): Promise<void> {
  const { page, say } = tablet;
  await newGoal(tablet, family);
  await canaries.type();
  await canaries.behind(`${family}/plan`, "casefile:agreements.add");
  for (const part of ["", "/people", "/visits", "/assessment", "/timeline", "/report", "/versions"])
    await canaries.at(`${family}${part}`);
  // The page of a new person has these same fields, and leads away once the first of them is stored.
  await canaries.at(`${family}/people/${child}`);
  await tablet.goTo(`${family}/safety`);
  await tablet.press("safety:childBegan.open");
  await expect(tablet.field("safety:childBegan.asked")).toBeVisible();
  await canaries.type();
  // Three taps make a decision; then there is one to work out.
  await tablet.goTo(`${family}/safety`);
  for (const [question, answer] of [
    ["isSafe", "Nee"],
    ["whichAdult", `${canary}ouder`],
    ["canIStay", "Ja"],
  ] as const) {
    const named = { name: say(`safety:${question}`), exact: true };
    await tablet.pick(answer, page().getByRole("group", named).or(page().getByRole("radiogroup", named)));
  }
  await tablet.activate(tablet.link("safety:workOut"));
  await expect(page()).toHaveURL(/\/safety\/./);
  await canaries.type();
}

/** A visit from its preparation to what stays behind. @returns its address. */
async function typeInVisit(
  canaries: Canaries,
  tablet: Tablet,
  family: string,
  parent: string,
): Promise<string> {
  const { page, say } = tablet;
  await tablet.goTo(`${family}/visits`);
  const visit = `${family}/visits/${await tablet.planVisit()}`;
  await tablet.press("visit:prepare.tools.add");
  await expect(page().getByRole("searchbox")).toBeVisible();
  await canaries.type();
  // The first clears what was searched for.
  for (const _ of ["search", "dialog"]) await page().keyboard.press("Escape");
  await tablet.press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);
  await canaries.type();
  for (const tool of ["conversation-record", "stoplight"])
    await canaries.at(`${visit}/tools/${tool}?about=${parent}`, { score: true });
  await canaries.behind(`${visit}/finish`, "visit:agreement.add");
  await tablet.goTo(`${visit}/finish?words=${parent}`);
  await expect(page().getByText(say("family:yourWords.add"), { exact: true }).first()).toBeVisible();
  await canaries.type({ press: [say("family:yourWords.add")] });
  for (const part of ["leave-behind", "hand-over", "show/what-i-write"])
    await canaries.at(`${visit}/${part}`);
  return visit;
}

/** A person's own screens: everything that can be laid before her, and words on each page that asks for them. */
async function typeTogether(canaries: Canaries, tablet: Tablet, visit: string, who: string): Promise<void> {
  const { page, say } = tablet;
  await tablet.goTo(`${visit}/table`);
  await tablet.activate(tablet.link("visit:table.handOver"));
  await tablet.tick(who);
  const part = page().getByRole("region", { name: who, exact: true });
  await tablet.pick(say("handover:earshot.nobody"), part);
  const tools = part.getByRole("group", { name: say("handover:toolsFor", { name: who }), exact: true });
  for (const box of await tools.getByRole("checkbox").all()) if (!(await box.isChecked())) await box.click();
  await tablet.press("handover:give", { name: who });
  await tablet.pressTogether("family:neutral.ready");
  await tablet.pressTogether("family:start");
  const pin = page().getByText(say("lock:pin.label"), { exact: true });
  const mayKnow = say("family:mayKnow.someoneElse");
  const onward = [say("family:next"), say("family:done")];
  for (let pages = 0; pages < 150 && !(await pin.isVisible()); pages += 1) {
    if (await page().getByRole("checkbox", { name: mayKnow, exact: true }).isVisible())
      await tablet.tick(mayKnow);
    await canaries.type({ score: true, onward });
  }
}

test("what is typed on a family's pages, in a visit and on its own screens stands nowhere in the browser's files", async ({
  ownTablet: tablet,
}) => {
  test.setTimeout(300_000);
  const { words, pin } = await tablet.setUp({ worker: `${canary} de werker` });
  const { family, child, parent } = await canaryFamily(tablet);
  const canaries = createCanaries(tablet);
  await typeOnFamilyPages(canaries, tablet, family, child);
  const visit = await typeInVisit(canaries, tablet, family, parent);
  await typeTogether(canaries, tablet, visit, `${canary}ouder`);
  await tablet.takeBack(pin);
  // The PIN opens one family; a copy of it asks for the words.
  await tablet.reload();
  await tablet.unlock(words);
  await tablet.goTo(family);
  const met = placesWith((await tablet.casefile()).file, canary, parent);
  expect(textsSaidBy("parent").filter((place) => !met.has(place))).toEqual([]);
  const asked = [
    ...["what", "who", "when", "situation", "otherwise"].map((one) => `casefile:agreements.fields.${one}`),
    ...["i-would-like", "seen-when", "target-date"].map((one) => `instruments:goals-specific.items.${one}`),
    ...["name", "otherRole", "birth", "interpreter"].map((one) => `casefile:person.${one}`),
    ...["language-and-literacy", "lives-with", "contact", "note"].map(
      (one) => `casefile:place.fields.${one}`,
    ),
    ...["asked", "said", "saw", "present", "somebodyElse"].map((one) => `safety:childBegan.${one}`),
    ...["casefile:notes.new", "visit:picker.search", "visit:prepare.where"],
    ...["visit:agreement.what", "family:yourWords.askAdd.parent", "family:someoneElseWho"],
  ];
  expect(canaries.missing(asked.map((key) => tablet.say(key)))).toEqual([]);
  await expectNoCanary(tablet, [words.join(" ")]);
});

test("what is typed at set-up, in the settings and on the lock stands nowhere in the browser's files", async ({
  ownTablet: tablet,
}) => {
  test.setTimeout(180_000);
  const { say, press } = tablet;
  const { words } = await tablet.setUp({ worker: `${canary} de werker` });
  await tablet.newFamily(`Familie ${canary}`);
  await tablet.goTo("/families");
  // There is something to search from the second on.
  await tablet.newFamily(`Gezin ${canary}`);
  const canaries = createCanaries(tablet);
  await canaries.behind("/settings/own-numbers", "settings:ownNumbers.add");
  await canaries.at("/settings/locks");
  // Nothing of these is kept anywhere, so that only the browser itself could.
  for (const part of ["passphrase", "pin", "sheet", "import", "export"])
    await canaries.at(`/settings/${part}`, { text: unkeptCanary });
  await canaries.at("/families", { text: unkeptCanary });
  await press("families:new.open");
  await expect(tablet.field("families:new.name")).toBeVisible();
  await canaries.type({ text: unkeptCanary });
  for (const path of ["/about", "/numbers"]) await canaries.at(path);
  // These two are open to a locked tablet too; a family is not.
  await tablet.goTo("/families");
  await tablet.reload();
  await canaries.type({ text: unkeptCanary });
  await press("lock:unlock.forgotten");
  await canaries.type({ text: unkeptCanary });
  const asked = [
    ...["settings:ownNumbers.name", "settings:ownNumbers.number", "settings:locks.idleMinutes.label"],
    ...["lock:passphrase.label", "settings:import.words", "families:search.label", "families:new.name"],
    "lock:recovery.label",
  ];
  expect(canaries.missing(asked.map((key) => say(key)))).toEqual([]);
  await expectNoCanary(tablet, [words.join(" ")]);
});

test("what is typed to put two versions together stands nowhere in the browser's files", async ({
  ownTablet: tablet,
}) => {
  const { page, say, press } = tablet;
  await tablet.practise();
  await page()
    .getByRole("link", { name: say("practice:family") })
    .first()
    .click();
  await tablet.activate(tablet.link("casefile:versions.tab", { count: 1 }));
  await press("casefile:versions.combine");
  const canaries = createCanaries(tablet);
  await canaries.type();
  expect(canaries.missing([say("casefile:versions.combined")])).toEqual([]);
  // Half typed it lies sealed among the drafts, and then among the entries.
  await page().waitForTimeout(1500);
  await press("casefile:versions.keepCombined");
  await expect(page().getByText(say("casefile:versions.none"))).toBeVisible();
  await tablet.activate(tablet.link("casefile:tabs.timeline"));
  await expect(page().getByText(canary).filter({ visible: true }).first()).toBeVisible();
  await expectNoCanary(tablet, []);
});
