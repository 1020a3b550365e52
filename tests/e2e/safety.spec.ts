import { headAt, recordsOf } from "../../src/domain/casefile.ts";
import { childTalkFields, childTalkKind } from "../../src/domain/childTalk.ts";
import { peopleOf } from "../../src/domain/people.ts";
import { decisionsOf } from "../../src/domain/safety.ts";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

/** A family of three, and one tap to "Veiligheid". */
async function atSafety(tablet: Tablet): Promise<void> {
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.addPerson("Bram", { roles: ["parent-concern"] });
  await tablet.activate(tablet.link("common:safety"));
  await expect(tablet.page()).toHaveURL(/\/safety$/);
}

const asked = (tablet: Tablet, key: string) =>
  tablet
    .page()
    .getByRole("group", { name: tablet.say(`safety:${key}`), exact: true })
    .or(tablet.page().getByRole("radiogroup", { name: tablet.say(`safety:${key}`), exact: true }));

const taps = [
  ["isSafe", "Nee"],
  ["whichAdult", "Elif"],
  ["canIStay", "Ja"],
] as const;

test("three taps are a decision for now, with its time, that stands on the family's card until it is worked out", async ({
  opened: { tablet },
}) => {
  const { page, say, press, field } = tablet;
  await atSafety(tablet);
  const started = Date.now();
  const forNow = page()
    .getByRole("status")
    .filter({ hasText: say("safety:forNow").split("{{")[0] ?? "" });
  for (const [question, answer] of taps) {
    await expect(forNow).toHaveCount(0);
    await tablet.pick(answer, asked(tablet, question));
  }
  await expect(forNow).toHaveText(/\b\d{2}:\d{2}\b/);
  await tablet.activate(page().getByRole("radio", { name: say("safety:options.place-child-elsewhere") }));
  await expect(
    page().getByRole("radio", { name: say("safety:options.place-child-elsewhere") }),
  ).toBeChecked();

  const [decision] = decisionsOf((await tablet.casefile()).file);
  expect(decision?.option).toBe("place-child-elsewhere");
  // Written as the clock on the wall says it, so the browser reads it.
  const decidedAt = await page().evaluate((written) => Date.parse(written), decision?.decidedAt ?? "");
  expect(decidedAt).toBeGreaterThan(started - 61_000);
  expect(decidedAt).toBeLessThan(Date.now() + 1000);
  expect(decision?.missing).toHaveLength(4);

  const onCard = page().getByText(say("families:openDecision"), { exact: true });
  await tablet.goTo("/families");
  await expect(onCard).toBeVisible();
  await tablet.activate(page().getByRole("link", { name: "Familie Yılmaz", exact: true }));
  await tablet.activate(page().getByRole("link", { name: say("casefile:attention.openDecision") }));
  await press("safety:earlier");
  await tablet.activate(
    page()
      .getByRole("list", { name: say("safety:earlier") })
      .getByRole("link")
      .first(),
  );

  // "Klaar" waits for the reasons.
  await press("safety:done");
  await expect(page().getByText(say("tools:refused.notComplete"))).toBeVisible();
  const item = (id: string) => `instruments:immediate-action-decision.items.${id}`;
  for (const id of ["grounds", "information-limits", "further-assessment", "review-date"]) {
    await tablet.write(field(item(id)), id === "review-date" ? "1-12-2026" : "Oma haalt Noor vandaag op.");
    await field(item(id)).press("Tab");
  }
  await press("safety:done");
  await expect(tablet.button("tools:bar.allIsDone")).toBeVisible();
  await tablet.goTo("/families");
  await expect(page().getByRole("link", { name: "Familie Yılmaz", exact: true })).toBeVisible();
  await expect(onCard).toHaveCount(0);
});

test("three taps by mistake are taken back with one, and nothing is decided", async ({
  opened: { tablet },
}) => {
  const { press } = tablet;
  await atSafety(tablet);
  for (const [question, answer] of taps) await tablet.pick(answer, asked(tablet, question));
  await press("safety:drop");
  await expect(asked(tablet, "isSafe").getByRole("button", { pressed: true })).toHaveCount(0);
  await tablet.goTo("/families");
  await expect(tablet.page().getByRole("link", { name: "Familie Yılmaz", exact: true })).toBeVisible();
  await expect(tablet.page().getByText(tablet.say("families:openDecision"))).toHaveCount(0);
});

test("the numbers stand there, the worker's own among them, and none of them is a link that calls", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  await atSafety(tablet);
  const numbers = page().getByRole("region", { name: say("safety:numbers.label"), exact: true });
  for (const number of ["112", "0800-2000"])
    await expect(numbers.getByText(number, { exact: true })).toBeVisible();
  await expect(numbers.getByText(say("safety:numbers.notSet"))).toBeVisible();
  await expect(page().locator("a[href^='tel:']")).toHaveCount(0);
  const address = new URL(page().url()).pathname;
  await tablet.goTo("/settings/own-numbers");
  const own = page()
    .locator("section")
    .filter({ has: tablet.heading("settings:ownNumbers.onCall") })
    .last();
  const inOwn = (key: string) => own.getByRole("textbox", { name: say(key), exact: true });
  await tablet.write(inOwn("settings:ownNumbers.name"), "Youssef");
  await tablet.write(inOwn("settings:ownNumbers.number"), "06 00000009");
  await inOwn("settings:ownNumbers.number").press("Tab");
  await tablet.goTo(address);
  await expect(numbers.getByText("Youssef", { exact: true })).toBeVisible();
  await expect(numbers.getByText("06 00000009", { exact: true })).toBeVisible();
});

test("a child that begins by itself is written down in its own voice, with who catches it afterwards", async ({
  opened: { tablet },
}) => {
  const { page, say, press, field } = tablet;
  await atSafety(tablet);
  await press("safety:childBegan.open");
  const told = {
    asked: "Wil je daar iets over vertellen?",
    said: "Papa deed de deur op slot.",
    saw: "Ze keek naar de deur.",
    present: "Alleen Noor en ik.",
  };
  for (const [key, text] of Object.entries(told)) {
    await tablet.write(field(`safety:childBegan.${key}`), text);
    await field(`safety:childBegan.${key}`).press("Tab");
  }
  await tablet.pick("Bram");
  await expect(page().getByText(say("safety:childBegan.worries", { name: "Bram" }))).toBeVisible();
  await tablet.pick("Elif");
  await expect(page().getByText(say("safety:childBegan.worries", { name: "Bram" }))).toHaveCount(0);
  await tablet.activate(tablet.link("safety:childBegan.close"));

  const { file } = await tablet.casefile();
  const person = (name: string) => peopleOf(file).find((one) => one.name === name)?.id;
  const [talk] = recordsOf(file, childTalkKind);
  const head = (name: keyof typeof childTalkFields) => talk && headAt(file, talk, childTalkFields[name]);
  for (const key of ["asked", "said", "saw", "present"] as const) expect(head(key)?.value).toBe(told[key]);
  expect(head("about")?.value).toBe(person("Noor"));
  expect(head("afterwards")?.value).toBe(person("Elif"));
  expect(head("said")).toMatchObject({ voice: person("Noor"), means: "told" });
  expect(head("saw")?.voice).not.toBe(person("Noor"));
  expect(head("said")?.audience).toBeUndefined();
  await tablet.activate(tablet.link("common:back"));
  await tablet.activate(tablet.link("casefile:tabs.timeline"));
  await expect(page().getByText(told.said).filter({ visible: true }).first()).toBeVisible();
});
