import { describe, expect, test } from "vitest";
import { fields } from "../../../src/domain/instrument.ts";
import { leavesChildren } from "../../../src/domain/rules/stress.ts";
import { languages, wordsOf } from "../../words.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items } from "./found.ts";

const buildUp = "stress-build-up";

async function withBram() {
  const family = await newCase();
  const bram = await family.person("Bram", ["parent-concern"]);
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  return { family, bram, noor, visit, at: { about: bram, voice: bram } };
}

test("R-act-before-point-of-no-return: a build-up is complete with an action that lies below the point", async () => {
  const { family, at } = await withBram();
  const run = await family.answer(buildUp, at, { "concrete-situation": "ochtend" });
  const open = () => items("R-act-before-point-of-no-return", family.context(run));
  expect(open()).toEqual(["point-of-no-return", "action-before", "action-at"]);
  await family.answer(buildUp, at, {
    "point-of-no-return": 7,
    "action-before": "tot tien tellen",
    "action-at": 7,
  });
  expect(open()).toEqual(["action-at"]);
  expect(found("R-act-before-point-of-no-return", family.context(run))[0]?.values).toEqual({
    point: 7,
    at: 7,
  });
  await family.answer(buildUp, at, { "action-at": 5 });
  expect(open()).toEqual([]);
});

test("R-act-before-point-of-no-return: below a point of 0 there is no room to act", async () => {
  const { family, at } = await withBram();
  const run = await family.answer(buildUp, at, {
    "point-of-no-return": 0,
    "action-before": "x",
    "action-at": 0,
  });
  expect(items("R-act-before-point-of-no-return", family.context(run))).toEqual(["action-at"]);
});

test("R-act-before-point-of-no-return: on the thermometer too every action lies below the point", async () => {
  const { family, visit, at } = await withBram();
  const with1 = { ...at, visit, occasion: "1" };
  const action = (level: number) => fields.atLevel("first-aid-actions", level);
  const run = await family.answer("thermometer", with1, { temperature: 9, [action(9)]: "weggaan" });
  const findings = () => found("R-act-before-point-of-no-return", family.context(run));
  expect(findings()).toEqual([]);
  await family.answer("thermometer", with1, { "point-of-no-return": 7 });
  expect(findings()[0]?.values).toEqual({ point: 7, at: 9 });
  await family.answer("thermometer", with1, { [action(9)]: "" });
  expect(findings()[0]?.values).toEqual({ point: 7 });
  await family.answer("thermometer", with1, { [action(5)]: "muziek" });
  expect(findings()).toEqual([]);
});

describe("R-who-is-with-the-children: an action that leads away from them", () => {
  test.each([
    "naar buiten",
    "een rondje lopen",
    "Even roken",
    "go for a walk",
    "I go outside",
    "naar de buurvrouw",
  ])("R-who-is-with-the-children: %s asks who is with the children then", (action) =>
    expect(leavesChildren(action)).toBe(true),
  );

  test.each(["tot tien tellen", "water drinken", "muziek aan", "bellen met oma", "breathe", "look away"])(
    "R-who-is-with-the-children: %s does not",
    (action) => expect(leavesChildren(action)).toBe(false),
  );

  test("R-who-is-with-the-children: it is asked of an adult until somebody is named, and never of a child", async () => {
    const { family, bram, noor, visit, at } = await withBram();
    const run = await family.answer(buildUp, at, { "action-before": "naar buiten" });
    expect(items("R-who-is-with-the-children", family.context(run))).toEqual(["action-before"]);
    await family.answer(buildUp, at, { "with-children": [bram] });
    expect(found("R-who-is-with-the-children", family.context(run))).toEqual([]);

    const outside = { [fields.atLevel("first-aid-actions", 5)]: "naar buiten" };
    const adult = await family.answer("thermometer", { ...at, visit }, outside);
    expect(items("R-who-is-with-the-children", family.context(adult))).toEqual(["first-aid-actions/5"]);
    await family.answer("thermometer", { ...at, visit }, { [fields.atLevel("with-children", 5)]: ["oma"] });
    expect(found("R-who-is-with-the-children", family.context(adult))).toEqual([]);
    const child = await family.answer("thermometer", { about: noor, voice: noor, visit }, outside);
    expect(found("R-who-is-with-the-children", family.context(child))).toEqual([]);
  });
});

test.each(languages())(
  "going outside and looking away are told apart in a family's own words (%s)",
  (language) => {
    const words = wordsOf(language);
    const said = (example: string) => words.get(`familyTools.thermometer.${example}.parent`) ?? "";
    expect(leavesChildren(said("smoke-outside")), said("smoke-outside")).toBe(true);
    expect(leavesChildren(said("look-away")), said("look-away")).toBe(false);
  },
);
