import { expect, test } from "vitest";
import { fields } from "../../../src/domain/instrument.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items } from "./found.ts";

async function withNoor() {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"], { "birth-date": "2019-05-04" });
  return { family, noor, at: { about: noor } };
}

test("R-balanced-picture: only worries, or only good points, asks for the other side", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("parenting-signals", at, {
    "warmth-indifferent": "unknown",
    "warmth-supportive": "no",
    "rules-lacking": { unsaid: "dontKnow" },
  });
  expect(found("R-balanced-picture", family.context(run))).toEqual([]);
  await family.answer("parenting-signals", at, { "warmth-indifferent": "yes", "rules-clear-roles": "yes" });
  expect(items("R-balanced-picture", family.context(run))).toEqual(["warmth", "rules"]);
  const sides = found("R-balanced-picture", family.context(run)).map(({ values }) => values?.context);
  expect(sides).toEqual(["concern", "positive"]);
  await family.answer("parenting-signals", at, { "warmth-supportive": "yes" });
  expect(items("R-balanced-picture", family.context(run))).toEqual(["rules"]);
  await family.answer("parenting-signals", at, { [fields.other("rules-concerns", "1")]: "straft laat" });
  expect(found("R-balanced-picture", family.context(run))).toEqual([]);
});

test("R-balanced-picture: who went through the other side and saw nothing there has looked at both", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("parenting-signals", at, { "safety-shouts-scolds": "yes" });
  expect(items("R-balanced-picture", family.context(run))).toEqual(["safety"]);
  await family.answer("parenting-signals", at, { "safety-enough-supervision": "no" });
  expect(items("R-balanced-picture", family.context(run))).toEqual(["safety"]);
  await family.answer("parenting-signals", at, { "safety-judges-unsafe-situations": "unknown" });
  expect(found("R-balanced-picture", family.context(run))).toEqual([]);
  await family.answer("parenting-signals", at, {
    "rules-clear-roles": "yes",
    [fields.nothingElse("rules-concerns")]: true,
  });
  expect(found("R-balanced-picture", family.context(run))).toEqual([]);
});

test("R-balanced-picture: the appraisal shows both lists of this child, and no other child's", async () => {
  const { family, noor, at } = await withNoor();
  const sem = await family.person("Sem", ["sibling"]);
  await family.answer("child-signals", { about: sem }, { "health-hungry": "yes" });
  const appraisal = await family.answer("safety-appraisal", at, { danger: "nee" });
  expect(found("R-balanced-picture", family.context(appraisal))).toEqual([]);
  await family.answer("child-signals", { about: noor }, { "emotion-nervous": "yes" });
  expect(items("R-balanced-picture", family.context(appraisal))).toEqual(["emotion"]);
});

test("R-signals-in-relation: a conclusion needs what parents do, and the four caveats weighed", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("child-signals", at, { "emotion-nervous": "yes" });
  expect(found("R-signals-in-relation", family.context(run))).toEqual([]);
  await family.answer("child-signals", at, { [fields.weighing("emotion")]: "zorgelijk" });
  const caveats = ["rarely-specific", "cause-as-well-as-effect", "felt-unsafety-counts", "children-differ"];
  expect(items("R-signals-in-relation", family.context(run))).toEqual(["threatening-acts", ...caveats]);
  await family.answer("child-signal-caveats", at, Object.fromEntries(caveats.map((id) => [id, true])));
  expect(items("R-signals-in-relation", family.context(run))).toEqual(["threatening-acts"]);
  await family.answer("parenting-signals", at, { "safety-shouts-scolds": "no" });
  expect(found("R-signals-in-relation", family.context(run))).toEqual([]);
});

test("R-signals-in-relation: parents' acts are asked in the list of parenting, the caveats in theirs", async () => {
  const { family, at } = await withNoor();
  await family.answer("safety-appraisal", at, { signals: "schrikt snel" });
  const caveats = await family.answer("child-signal-caveats", at, { "rarely-specific": true });
  expect(items("R-signals-in-relation", family.context(caveats))).not.toContain("threatening-acts");
  const parenting = await family.answer("parenting-signals", at, {});
  expect(items("R-signals-in-relation", family.context(parenting))).toEqual(["threatening-acts"]);
});

test("R-experienced-safety: who concludes on safety records what is so and what is felt, apart", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("safety-appraisal", at, { "aim-of-intervention": "rust" });
  expect(found("R-experienced-safety", family.context(run))).toEqual([]);
  await family.answer("safety-appraisal", at, { "need-to-intervene": "no" });
  expect(items("R-experienced-safety", family.context(run))).toEqual(["objectively-safe", "feels-safe"]);
  const list = await family.answer("child-signals", at, { "emotion-nervous": "no" });
  expect(found("R-experienced-safety", family.context(list))[0]?.level).toBe("hint");
  expect(blocksCompletion(family.context(list))).toEqual([]);
  await family.answer("safety-appraisal", at, { "objectively-safe": "yes", "feels-safe": "no" });
  expect(found("R-experienced-safety", family.context(run))).toEqual([]);
});

test("R-experienced-safety: unknown is an answer, not filled in is none", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("safety-appraisal", at, { danger: "ja", "objectively-safe": "unknown" });
  expect(items("R-experienced-safety", family.context(run))).toEqual(["feels-safe"]);
});

test("R-child-problem-help: every worry answered yes asks whether help is needed, whatever the cause", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("child-signals", at, {
    "health-hungry": "unknown",
    "health-often-ill": "no",
  });
  expect(found("R-child-problem-help", family.context(run))).toEqual([]);
  await family.answer("child-signals", at, { "health-hungry": "yes", "health-well-cared-for": "yes" });
  expect(items("R-child-problem-help", family.context(run))).toEqual(["health-hungry"]);
  await family.answer("child-signals", at, { [fields.aspect("health-hungry", "help-needed")]: "no" });
  expect(found("R-child-problem-help", family.context(run))).toEqual([]);
});

test("R-treatability and R-specialist-referral follow the further questions of a worry", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer("child-signals", at, { "emotion-tired": "yes" });
  expect(items("R-treatability", family.context(run))).toEqual(["emotion-tired"]);
  expect(found("R-specialist-referral", family.context(run))).toEqual([]);
  await family.answer("child-signals", at, {
    [fields.aspect("emotion-tired", "treatable")]: "unknown",
    [fields.aspect("emotion-tired", "specialist-needed")]: "yes",
  });
  expect(found("R-treatability", family.context(run))).toEqual([]);
  expect(items("R-specialist-referral", family.context(run))).toEqual(["emotion-tired"]);
});

test("R-personal-problem-to-parenting: a parent's own problem asks what it does to the child", async () => {
  const { family, at } = await withNoor();
  const appraisal = await family.answer("safety-appraisal", at, { danger: "nee" });
  await family.answer("parenting-signals", at, { "stability-addiction": "unknown" });
  expect(found("R-personal-problem-to-parenting", family.context(appraisal))).toEqual([]);
  await family.answer("parenting-signals", at, {
    "stability-addiction": "yes",
    "stability-cancels-appointments": "yes",
  });
  expect(items("R-personal-problem-to-parenting", family.context(appraisal))).toEqual([
    "stability-addiction",
  ]);
  const effect = fields.aspect("stability-addiction", "effect-on-parenting");
  await family.answer("parenting-signals", at, { [effect]: "Slaapt overdag, Noor smeert haar eigen brood." });
  expect(found("R-personal-problem-to-parenting", family.context(appraisal))).toEqual([]);
});

test("R-six-questions: an assessment is concluded when all six have a yes or no with its reasons", async () => {
  const { family, at } = await withNoor();
  const appraisal = await family.answer("safety-appraisal", at, { danger: "nee" });
  expect(found("R-six-questions", family.context(appraisal))).toEqual([]);
  const six = [
    "immediate-danger",
    "threatening-acts-or-omissions",
    "child-signals",
    "consequences-for-child",
    "why-not-safe",
    "future-risks",
  ];
  const write = (value: string, question: string) =>
    family.answer("research-questions-general", at, { [question]: value, [fields.note(question)]: "omdat" });
  for (const question of six) await write("no", question);
  expect(found("R-six-questions", family.context(appraisal))).toEqual([]);
  await write("not-yet-clear", "future-risks");
  await family.answer("research-questions-general", at, { [fields.note("why-not-safe")]: "" });
  expect(items("R-six-questions", family.context(appraisal))).toEqual(["why-not-safe", "future-risks"]);
  expect(found("R-six-questions", family.context(appraisal))[0]?.level).toBe("block");
});

test("R-age-and-development: the child's age stands beside the list, where it is known", async () => {
  const { family, noor, at } = await withNoor();
  const run = await family.answer("parenting-signals", at, { "rules-lacking": "yes" });
  expect(found("R-age-and-development", family.context(run))).toEqual([
    { rule: "R-age-and-development", level: "hint", records: [noor], values: { years: 7, context: "years" } },
  ]);
  const sem = await family.person("Sem", ["child"]);
  const other = await family.answer("parenting-signals", { about: sem }, { "rules-lacking": "yes" });
  expect(found("R-age-and-development", family.context(other))[0]?.values).toBeUndefined();
});
