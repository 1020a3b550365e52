import { peopleOf } from "../../src/domain/people.ts";
import type { Tablet } from "./driver.ts";
import { familyIn } from "./hands/family.ts";
import { visitIn } from "./hands/visit.ts";
import { expect, test } from "./test.ts";

const names = ["Elif", "Bram", "Noor"] as const;
type Name = (typeof names)[number];

/** What each of them says, found nowhere else: on a card of the map, and of the number for safety. */
const said: Readonly<Record<Name, readonly string[]>> = {
  Elif: ["Elifskaartje", "Elifsuitleg"],
  Bram: ["Bramskaartje", "Bramsuitleg"],
  Noor: ["Noorskaartje", "Noorsuitleg"],
};

/** Whom each of them let know: the mother nobody, the father the mother, the child its mother and not its father. */
const mayKnow: Readonly<Record<Name, readonly Name[]>> = { Elif: [], Bram: ["Elif"], Noor: ["Elif"] };

/**
 * "Iemand anders", by name: somebody who is none of the family, to whom it opens nothing and nobody else by it, and the
 * grandmother, who is of the family and not at the table.
 */
const sevim = "oma Sevim";
const alsoByName: { readonly [name in Name]?: string } = { Elif: "Juf Anne", Noor: sevim };

/** All that the page holds, also what is out of sight or typed into a field. */
const contentOf = (tablet: Tablet): Promise<string> =>
  tablet
    .page()
    .evaluate(() =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll("input, textarea")].map((one) => (one as HTMLInputElement).value),
      ].join("\n"),
    );

/** Whose words are in a text. */
const voicesIn = (text: string): readonly Name[] =>
  names.filter((name) => said[name].some((words) => text.includes(words)));

const toolsLaid = (tablet: Tablet) => [tablet.say("handover:parts.map"), tablet.say("handover:parts.safety")];

/** One person lays a card, gives a number with what it means, and says who may know. */
async function tells(tablet: Tablet, pin: string, name: Name): Promise<void> {
  const { page } = tablet;
  await tablet.handOver({ to: name, tools: toolsLaid(tablet) });
  await tablet.answer(said[name][0] ?? "");
  await tablet.pressTogether("family:add");
  await expect(
    page()
      .getByRole("listitem")
      .getByText(said[name][0] ?? ""),
  ).toBeVisible();
  const scale = page().getByRole("main").getByRole("radio", { name: "5", exact: true });
  for (let steps = 0; steps < 6 && !(await scale.isVisible()); steps += 1) {
    await tablet.onward();
    await page().waitForTimeout(100);
  }
  await tablet.answer(5);
  await tablet.onward();
  await tablet.answer(said[name][1] ?? "");
  await tablet.onward();
  await tablet.onward();
  if (name === "Noor") await tablet.pressTogether("family:secrets.understood");
  for (const one of mayKnow[name]) await tablet.tick(one);
  const byName = alsoByName[name];
  if (byName !== undefined) {
    await tablet.tick(tablet.say("family:mayKnow.someoneElse"));
    await tablet.write(tablet.field("family:someoneElseWho"), byName);
  }
  await tablet.toTheEnd();
  await tablet.takeBack(pin);
  await tablet.activate(tablet.link("handover:back"));
}

/** The tablet goes to somebody once more: every page to the PIN, as one text. */
async function walks(tablet: Tablet, pin: string, name: Name): Promise<string> {
  const { page, say } = tablet;
  await tablet.handOver({ to: name, tools: toolsLaid(tablet) });
  const label = page().getByText(say("lock:pin.label"), { exact: true });
  const keys = ["family:next", "family:secrets.understood", "family:done"];
  const pages: string[] = [];
  for (let steps = 0; steps < 30 && !(await label.isVisible()); steps += 1) {
    pages.push(await contentOf(tablet));
    for (const key of keys) {
      if (!(await tablet.button(key).first().isVisible())) continue;
      await tablet.button(key).first().click();
      break;
    }
    await page().waitForTimeout(100);
  }
  expect(pages.length).toBeGreaterThan(6);
  pages.push(await contentOf(tablet));
  await tablet.takeBack(pin);
  await tablet.activate(tablet.link("handover:back"));
  return pages.join("\n");
}

/** What the sheet offers these readers, what it keeps back, and how it lies on the table in large letters. */
async function sheetFor(tablet: Tablet, readers: readonly string[]): Promise<readonly [string, string]> {
  const { page, say } = tablet;
  const visit = new URL(page().url()).pathname.replace(/\/[^/]+$/, "");
  await tablet.goTo(`${visit}/finish`);
  await tablet.goTo(`${visit}/leave-behind`);
  // What was chosen for the readers before stands there still.
  const forWhom = page().getByRole("group", { name: say("sheets:questions.for"), exact: true });
  for (const name of [...names, sevim]) {
    const box = forWhom.getByRole("checkbox", { name, exact: true });
    if ((await box.isChecked()) !== readers.includes(name)) await box.click();
  }
  const danger = page().getByRole("group", { name: say("sheets:questions.danger"), exact: true });
  const none = danger.getByRole("button", { name: say("sheets:dangers.no"), exact: true });
  if ((await none.getAttribute("aria-pressed")) !== "true") await none.click();
  await expect(tablet.heading("sheets:lines.title")).toBeVisible();
  const offered = await contentOf(tablet);
  const lines = page()
    .getByRole("group", { name: say("sheets:lines.words"), exact: true })
    .getByRole("checkbox");
  for (const line of await lines.all()) if (!(await line.isChecked())) await line.click();
  if ((await lines.count()) === 0) return [offered, ""];
  await tablet.press("sheets:leave.copy");
  await expect(page().locator(".show-main")).toBeVisible();
  const copied = await contentOf(tablet);
  await tablet.press("sheets:back");
  return [offered, copied];
}

test("on no page of a family stands a word of somebody who did not allow it, and what was allowed is there", async ({
  opened: { tablet, secrets },
}) => {
  test.setTimeout(240_000);
  const { page } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.addPerson("Bram", { roles: ["parent-concern"] });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2016" });
  // Now, since a PIN brings back this family and no settings.
  const people = peopleOf((await tablet.casefile()).file);
  await tablet.addPerson(sevim, { roles: ["relative"] });
  await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);
  for (const name of names) await tells(tablet, secrets.pin, name);
  const base = `/families/${familyIn(page().url())}/visits/${visitIn(page().url())}`;

  // On their own screens, and on the page with their own words at the end: their own, and nobody else's.
  for (const name of names) {
    expect(voicesIn(await walks(tablet, secrets.pin, name)), `samen: ${name}`).toEqual([name]);
    const id = people.find((one) => one.name === name)?.id;
    await tablet.goTo(`${base}/finish?words=${id}`);
    await expect(page().locator(".own-words")).toBeVisible();
    expect(voicesIn(await contentOf(tablet)), `klopt: ${name}`).toEqual([name]);
    await tablet.goTo(`${base}/table`);
  }

  // What is laid open for everybody holds nothing of anybody.
  await tablet.goTo(`${base}/table`);
  expect(voicesIn(await contentOf(tablet)), "the table").toEqual([]);
  for (const tool of ["signs-of-safety", "stoplight", "thermometer", "scaling-questions", "what-i-write"]) {
    await tablet.goTo(`${base}/show/${tool}`);
    await expect(page().locator("#page-title").first()).toBeVisible();
    expect(voicesIn(await contentOf(tablet)), `laat zien: ${tool}`).toEqual([]);
  }
  for (const sheet of ["week", "stoplight", "thermometer"]) {
    await tablet.goTo(`${base}/prepare?sheet=${sheet}`);
    expect(voicesIn(await contentOf(tablet)), `blank: ${sheet}`).toEqual([]);
  }

  // A sheet: the readers' own words, of which every other reader may know.
  for (const readers of [
    ["Elif"],
    ["Bram"],
    ["Noor"],
    ["Elif", "Noor"],
    ["Bram", "Noor"],
    ["Elif", "Bram"],
    ["Elif", sevim],
    ["Noor", sevim],
    [sevim],
  ]) {
    const mayKnowOf = (name: Name): readonly (string | undefined)[] => [...mayKnow[name], alsoByName[name]];
    const expected = names.filter(
      (name) =>
        readers.includes(name) && readers.every((other) => other === name || mayKnowOf(name).includes(other)),
    );
    const [offered, copied] = await sheetFor(tablet, readers);
    expect(voicesIn(offered), `offered to ${readers.join(" and ")}`).toEqual(expected);
    expect(voicesIn(copied), `copied for ${readers.join(" and ")}`).toEqual(expected);
  }

  // The control: a worker's own pages hold all of it.
  await tablet.goTo(`${base.replace(/\/visits.*/, "")}/timeline`);
  for (const name of names)
    await expect(
      page()
        .getByText(said[name][1] ?? "")
        .first(),
    ).toBeAttached();
  expect(voicesIn(await contentOf(tablet))).toEqual([...names]);
});
