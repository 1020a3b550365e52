import { expect, test } from "vitest";
import { fields } from "../../../src/domain/instrument.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items } from "./found.ts";

const sos = "signs-of-safety";

test("R-scale-repeat-compare: two ratings, by one person twice or by two, can be laid side by side", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const [first, second] = [await family.visit(), await family.visit()];
  const run = await family.answer(sos, { voice: elif, visit: first }, { "safety-score-family": 6 });
  expect(found("R-scale-repeat-compare", family.context(run))).toEqual([]);
  await family.answer(sos, { visit: first }, { "safety-score-professional": 4 });
  expect(found("R-scale-repeat-compare", family.context(run))).toMatchObject([
    { level: "compute", items: ["safety"], values: { points: 2, voices: 2 } },
  ]);
  await family.answer(sos, { voice: elif, visit: second }, { "safety-score-family": 5 });
  expect(found("R-scale-repeat-compare", family.context(run))[0]?.values).toEqual({ points: 3, voices: 2 });
});

test("R-scale-repeat-compare: what somebody leaves unsaid is no rating, and there is never one number of all", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  await family.answer(sos, { visit }, { "safety-score-professional": 4 });
  const run = await family.answer(
    sos,
    { voice: noor, visit },
    { "safety-score-family": { unsaid: "ratherNot" } },
  );
  expect(found("R-scale-repeat-compare", family.context(run))).toEqual([]);
  await family.answer(sos, { voice: noor, visit }, { "safety-score-family": 2 });
  expect(Object.keys(found("R-scale-repeat-compare", family.context(run))[0]?.values ?? {})).toEqual([
    "points",
    "voices",
  ]);
});

test("R-exceptions-missing-hint: no exceptions found is shown as what it may mean; unsaid means nothing", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const visit = await family.visit();
  const asked = await family.answer(
    "exception-questions",
    { about: elif, voice: elif, visit },
    {
      "when-less": { unsaid: "dontKnow" },
    },
  );
  expect(found("R-exceptions-missing-hint", family.context(asked))).toEqual([]);
  const run = await family.answer(sos, { visit }, { "exception-none": true });
  expect(found("R-exceptions-missing-hint", family.context(run))[0]?.level).toBe("warn");
  expect(found("R-exceptions-missing-hint", family.context(asked))).toHaveLength(1);
});

test("R-no-constructive-goal-hint: a family that can name no goal yet is shown as what it may mean", async () => {
  const family = await newCase();
  const visit = await family.visit();
  const run = await family.answer(sos, { visit }, { "no-suggestion": false, "family-goal": "" });
  expect(found("R-no-constructive-goal-hint", family.context(run))).toEqual([]);
  await family.answer(sos, { visit }, { "no-suggestion": true });
  expect(items("R-no-constructive-goal-hint", family.context(run))).toEqual(["no-suggestion"]);
});

test("R-willingness-before-start: a safety plan starts with willingness, confidence and ability estimated", async () => {
  const family = await newCase();
  const visit = await family.visit();
  const run = await family.answer(sos, { visit }, { willingness: 6 });
  expect(found("R-willingness-before-start", family.context(run))).toEqual([]);
  await family.answer("safety-plan", {}, { "current-dangers": "avond" });
  expect(found("R-willingness-before-start", family.context(run))).toEqual([]);
  await family.answer("safety-plan", {}, { "starts-on": "2026-11-26" });
  expect(items("R-willingness-before-start", family.context(run))).toEqual(["confidence", "capacity"]);
  expect(blocksCompletion(family.context(run)).map((finding) => finding.rule)).toEqual([
    "R-willingness-before-start",
  ]);
  await family.answer(sos, { visit }, { confidence: 4, capacity: { unsaid: "dontKnow" } });
  expect(found("R-willingness-before-start", family.context(run))).toEqual([]);
});

test("R-help-all-systems: help for some of the systems names the rest", async () => {
  const family = await newCase();
  const run = await family.answer("case-persons", {}, {});
  expect(found("R-help-all-systems", family.context(run))).toEqual([]);
  await family.answer("case-persons", {}, { "system-child": true, "system-siblings": true });
  expect(items("R-help-all-systems", family.context(run))).toContain("system-abusing-parent");
  expect(items("R-help-all-systems", family.context(run))).not.toContain("system-child");
  expect(fields.answer("system-child")).toBe("system-child");
});
