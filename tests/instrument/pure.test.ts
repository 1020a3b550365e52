import { expect, test } from "vitest";
import type { RecordId } from "../../src/domain/ids.ts";
import { mapCardsOf, orderBefore } from "../../src/instrument/mapCards.ts";
import { openIn, sectionsOf, stateOf } from "../../src/instrument/sections.ts";
import { helpingOf, levelCardsOf, ownCardOf } from "../../src/instrument/thermometerLevels.ts";
import { dateMeaning, momentOf, typedDateOf } from "../../src/instrument/values.ts";
import { fakeHost, toolOf } from "./fakeHost.ts";

const card = (id: string, column: string, order: number) => ({
  id: id as RecordId,
  value: (field: string) => ({ text: id, column, order })[field],
});

test("a card that is moved lands between its new neighbours, and at the end where none follows", () => {
  const cards = mapCardsOf([card("a", "worries", 1), card("b", "worries", 2), card("c", "goes-well", 1)]);
  expect(cards.map((one) => one.id)).toEqual(["c", "a", "b"]);
  expect(orderBefore(cards, { card: "c", column: "worries", before: "b" })).toBe(1.5);
  expect(orderBefore(cards, { card: "c", column: "worries", before: "a" })).toBe(0);
  expect(orderBefore(cards, { card: "c", column: "worries", before: null })).toBe(3);
  expect(orderBefore(cards, { card: "c", column: "must-happen", before: null })).toBe(1);
});

test("worries and good points of one dimension stand in one section", () => {
  const sections = sectionsOf(toolOf("child-signals"), ["worker"]);
  expect(sections).toHaveLength(7);
  expect(sections[0]?.groups.map((group) => group.kind)).toEqual(["concern", "positive"]);
});

test("the checks of a goal stand with the goal, also where only the worker's own part is open", () => {
  const rows = sectionsOf(toolOf("goals-specific"), ["worker"]).find((one) => one.id === "sentence-starter");
  expect(rows?.rowGroups.map((group) => group.id)).toEqual(["groups", "quality", "derived", "seen"]);
});

test("onbekend is an answer, and niet ingevuld stays visible as such", () => {
  const tool = toolOf("alarm-signals");
  const [first] = sectionsOf(tool, ["worker"]);
  if (!first) throw new Error("no section");
  expect(stateOf(fakeHost(tool).host, first)).toBe("empty");
  const { host } = fakeHost(tool, { values: { "injury-not-accidental": "unknown" } });
  expect(stateOf(host, first)).toBe("busy");
  expect(openIn(host, first)).toBe(4);
});

test("verder niets gezien of gehoord closes a list without saying no to anything", () => {
  const tool = toolOf("alarm-signals");
  const [first] = sectionsOf(tool, ["worker"]);
  if (!first) throw new Error("no section");
  const { host } = fakeHost(tool, { values: { "presumed-maltreatment/nothingElse": true } });
  expect(openIn(host, first)).toBe(0);
  expect(stateOf(host, first)).toBe("busy");
  expect(host.value("injury-not-accidental")).toBeUndefined();
});

test("only the worker's own word makes a section done", () => {
  const tool = toolOf("safety-appraisal");
  const [first] = sectionsOf(tool, ["worker"]);
  if (!first) throw new Error("no section");
  const all = Object.fromEntries(first.groups.flatMap((group) => group.items.map((item) => [item.id, "x"])));
  expect(stateOf(fakeHost(tool, { values: all }).host, first)).toBe("busy");
  expect(stateOf(fakeHost(tool, { values: { "leading-questions/done": true } }).host, first)).toBe("done");
});

const thermometer = (values: { readonly [field: string]: string | number }) =>
  fakeHost(toolOf("thermometer"), { voice: "parent", values }).host;

test("an action at or above the point of no return is too late, and not on the card of what helps", () => {
  const host = thermometer({
    "point-of-no-return": 7,
    "first-aid-actions/8": "weglopen",
    "first-aid-actions/5": "naar buiten",
    "first-aid-actions/3": "thee zetten",
  });
  const cards = levelCardsOf(host, "filled");
  expect(cards.find((one) => one.level === 8)?.isTooLate).toBe(true);
  expect(cards.find((one) => one.level === 5)?.isTooLate).toBe(false);
  expect(helpingOf(host).map((one) => one.level)).toEqual([3, 5]);
});

test("the card to follow says each thing once, with everybody who is then with the children", () => {
  const { host } = fakeHost(toolOf("thermometer"), {
    voice: "parent",
    values: {
      "first-aid-actions/3": "even naar buiten",
      "with-children/3": ["oma"],
      "first-aid-actions/4": "diep zuchten",
      "first-aid-actions/5": "even naar buiten",
      "with-children/5": ["oma", "buurvrouw Anja"],
    },
  });
  expect(ownCardOf(host, host.nameOf)).toEqual([
    { action: "even naar buiten", withChildren: ["oma Sevim", "buurvrouw Anja"] },
    { action: "diep zuchten", withChildren: [] },
  ]);
});

test("an action that leaves the house asks a parent who is with the children, and never a child", () => {
  const values = { "first-aid-actions/5": "even naar buiten", "first-aid-actions/4": "diep zuchten" };
  const asks = (voice: "parent" | "child") =>
    levelCardsOf(fakeHost(toolOf("thermometer"), { voice, values }).host, "filled")
      .filter((one) => one.asksWho)
      .map((one) => one.level);
  expect(asks("parent")).toEqual([5]);
  expect(asks("child")).toEqual([]);
});

test("the levels that are shown can be chosen, and what is filled in never hides", () => {
  const host = thermometer({ "signs-per-level/3": "zuchten" });
  expect(levelCardsOf(host, "all")).toHaveLength(11);
  expect(levelCardsOf(host, "even").map((one) => one.level)).toEqual([10, 8, 6, 4, 3, 2, 0]);
  expect(levelCardsOf(host, "filled").map((one) => one.level)).toEqual([3]);
});

test("a date comes back as people write it", () => {
  expect(typedDateOf("2026-11-22", "ongeveer")).toBe("22-11-2026");
  expect(typedDateOf("~2019", "ongeveer")).toBe("ongeveer 2019");
  expect(typedDateOf("toen oma er nog was", "ongeveer")).toBe("toen oma er nog was");
  expect(dateMeaning("nl", "22-11-2026", "ongeveer")).toBe("22 november 2026");
  expect(dateMeaning("nl", "toen oma er nog was", "ongeveer")).toBeUndefined();
});

test("a moment is local, to the minute", () => {
  expect(momentOf(new Date(2026, 10, 22, 16, 5))).toBe("2026-11-22T16:05");
});
