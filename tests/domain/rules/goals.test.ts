import { describe, expect, test } from "vitest";
import { writeGoal } from "../../../src/commands/plan.ts";
import { goalFields } from "../../../src/domain/plan.ts";
import { isNegativeGoal } from "../../../src/domain/rules/goals.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items, people } from "./found.ts";

describe("R-goals-positive: what somebody will no longer do", () => {
  test.each([
    "Ik zou graag niet meer schreeuwen",
    "Ik wil NOOIT MEER slaan",
    "Ik zou graag stoppen met boos worden",
    "Ik wil geen ruzie meer met papa",
    "We willen geen harde woorden aan tafel meer",
    "I would like to not shout any more",
    "I don't want to argue anymore",
    "I'd like to no longer be angry",
    "I would like to stop shouting",
    "I never want to hit you any longer",
  ])("%s asks: what will you do instead?", (sentence) => expect(isNegativeGoal(sentence)).toBe(true));

  test.each([
    "Ik zou graag het gedrag van mijn kind kunnen bijsturen zonder geweld",
    "Ik zou graag slapen zonder nachtmerries",
    "Ik zou graag nuchter zijn als de kinderen er zijn",
    "Ik zou graag weten wat ouders wel en niet mogen",
    "Ik zou graag niet bang zijn",
    "Ik zou graag meer tijd met Noor hebben",
    "Ik wil vaker weggaan dan blijven, en niet alleen zijn",
    "Niet meer dan één keer per dag op mijn telefoon kijken",
    "I would like to sleep without nightmares",
    "I would like to know what parents may and may not do",
    "I would like more time, not alone",
    "I would like to call no more than twice a day",
    "I would like to stop and think",
    "Ik zou graag een kast onder de meerpaal",
  ])("%s is left as it is", (sentence) => expect(isNegativeGoal(sentence)).toBe(false));

  test("R-goals-positive: it is a word beside the goal and never stands in the way", async () => {
    const family = await newCase();
    const calm = await family.create("goal", writeGoal, {
      [goalFields.sentence]: "Ik zou graag rustig praten",
    });
    const run = await family.answer("goals-specific", {}, {});
    const context = () => family.context(run);
    expect(found("R-goals-positive", context())).toEqual([]);
    const goal = await family.create("goal", writeGoal, {
      [goalFields.sentence]: "Ik wil niet meer schreeuwen",
    });
    expect(people("R-goals-positive", context())).toEqual([goal]);
    expect(found("R-goals-positive", context())[0]?.level).toBe("warn");
    for (const id of [calm, goal])
      await family.run(writeGoal, { record: id, values: { [goalFields.priority]: "first" } });
    expect(blocksCompletion(context())).toEqual([]);
  });
});

test("R-goals-prioritised: of several goals each is first, along or later; a single goal needs no order", async () => {
  const family = await newCase();
  const first = await family.create("goal", writeGoal, {
    [goalFields.sentence]: "Ik zou graag rustig praten",
  });
  const run = await family.answer("goals-specific", {}, {});
  expect(found("R-goals-prioritised", family.context(run))).toEqual([]);
  const second = await family.create("goal", writeGoal, { [goalFields.sentence]: "Ik zou graag slapen" });
  expect(people("R-goals-prioritised", family.context(run))).toEqual([first, second]);
  await family.run(writeGoal, { record: first, values: { [goalFields.priority]: "first" } });
  await family.run(writeGoal, { record: second, values: { [goalFields.priority]: "later" } });
  expect(found("R-goals-prioritised", family.context(run))).toEqual([]);
});

test("R-goals-smart, R-goals-relevant-feasible and R-goals-per-group name what was not looked at yet", async () => {
  const family = await newCase();
  const goal = await family.create("goal", writeGoal, {
    [goalFields.sentence]: "Ik zou graag rustig praten",
    [goalFields.group]: "group-child",
    [goalFields.quality("specific")]: "no",
    [goalFields.targetDate]: "2027-01-15",
  });
  expect(items("R-goals-smart", family.context())).toEqual(["measurable", "acceptable", "realistic"]);
  expect(items("R-goals-relevant-feasible", family.context())).toEqual([
    "relevant",
    "feasible",
    goalFields.generalGoal,
  ]);
  expect(items("R-goals-per-group", family.context())).toEqual([
    "group-parent-parenting",
    "group-parent-personal",
    "group-family",
  ]);
  await family.run(writeGoal, {
    record: goal,
    values: {
      ...Object.fromEntries(
        ["measurable", "acceptable", "realistic", "relevant", "feasible"].map((c) => [
          goalFields.quality(c),
          "yes",
        ]),
      ),
      [goalFields.generalGoal]: "goal-safe-situation",
    },
  });
  expect(found("R-goals-smart", family.context())).toEqual([]);
  expect(found("R-goals-relevant-feasible", family.context())).toEqual([]);
});
