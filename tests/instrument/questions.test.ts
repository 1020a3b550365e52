import { expect, test } from "vitest";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { askedLevels, fieldOf, questionsOf, questionText } from "../../src/instrument/questions.ts";
import { familyWords } from "../../src/instrument/words.ts";
import { fakeHost, toolOf } from "./fakeHost.ts";

const forFamilies = instruments.flatMap((instrument) =>
  (["parent", "child"] as const)
    .filter((voice) => instrument.voices.includes(voice))
    .map((voice) => ({ instrument, voice, name: `${instrument.id} for a ${voice}` })),
);

const idsOf = (id: string, voice: "parent" | "child", values = {}) =>
  questionsOf(toolOf(id), voice, fakeHost(toolOf(id), { voice, values }).host).map((one) => one.id);

test.each(forFamilies)("$name begins with something to ask or to read", ({ instrument, voice }) => {
  const { host } = fakeHost(instrument, { voice });
  expect(questionsOf(instrument, voice, host).length).toBeGreaterThan(0);
});

test.each(forFamilies)(
  "$name says every question in the family's own words",
  async ({ instrument, voice }) => {
    const i18n = await createI18n({ language: "nl", namespaces: ["family", "familyTools"] });
    const words = familyWords(i18n, instrument, { language: "nl", voice, name: "Noor", worker: "Marit" });
    const answered = Object.fromEntries(
      instrument.groups.flatMap((group) =>
        group.items.map((item) => [
          item.id,
          item.input === "score" || item.input === "level" ? 5 : group.kind === "yes-no" ? "yes" : "iets",
        ]),
      ),
    );
    const { host } = fakeHost(instrument, {
      voice,
      values: { ...answered, "first-aid-actions/4": "naar buiten" },
    });
    for (const question of questionsOf(instrument, voice, host)) {
      const { text } = questionText(question, words);
      expect(text, question.id).not.toBe("");
      expect(text, question.id).not.toContain("{{");
    }
  },
);

test("what a 4 means is asked once there is a 4, right behind it", () => {
  expect(idsOf("scaling-questions", "parent")).not.toContain("score-meaning");
  const ids = idsOf("scaling-questions", "parent", { "goal-score": 4 });
  expect(ids.indexOf("score-meaning")).toBeGreaterThan(ids.indexOf("goal-score"));
  expect(ids.indexOf("score-meaning")).toBeLessThan(ids.indexOf("mark-for-now"));
});

test("a number that was left unsaid is not asked further", () => {
  expect(idsOf("scaling-questions", "parent", { "goal-score": { unsaid: "ratherNot" } })).not.toContain(
    "score-meaning",
  );
});

test("on a first visit nobody of the family is asked for a number for safety", () => {
  const tool = toolOf("signs-of-safety");
  const { host } = fakeHost(tool, { voice: "child" });
  const usual = questionsOf(tool, "child", host).map((one) => one.id);
  const first = questionsOf(tool, "child", host, { isFirstVisit: true }).map((one) => one.id);
  expect(usual).toContain("safety-score-family");
  expect(first).not.toContain("safety-score-family");
  expect(first[0]).toBe("goes-well");
});

test("only the items that the worker chose are asked, with what follows on them", () => {
  const tool = toolOf("scaling-questions");
  const { host } = fakeHost(tool, { voice: "parent", values: { "goal-score": 4 } });
  const ids = questionsOf(tool, "parent", host, { items: ["goal-score"] }).map((one) => one.id);
  expect(ids).toContain("goal-score");
  expect(ids).toContain("one-higher-needs");
  expect(ids).not.toContain("mark-for-now");
});

test("how heavy a source of stress weighs is asked of the ticked ones only", () => {
  const ids = idsOf("stress-sources", "parent", { "parent-health": "yes", "environment-noise": "no" });
  expect(ids).toContain("parent-health/weight");
  expect(ids).not.toContain("environment-noise/weight");
});

test("the thermometer asks about a few levels below the point of no return, and never all eleven", () => {
  const { host } = fakeHost(toolOf("thermometer"), {
    voice: "parent",
    values: { temperature: 9, "point-of-no-return": 7 },
  });
  expect(askedLevels(host)).toEqual([5, 6]);
});

test("who is with the children is asked where the action leads away from them", () => {
  const values = { temperature: 5, "point-of-no-return": 7, "first-aid-actions/5": "even naar buiten" };
  expect(idsOf("thermometer", "parent", values)).toContain("with-children/5");
  expect(idsOf("thermometer", "parent", { ...values, "first-aid-actions/5": "thee zetten" })).not.toContain(
    "with-children/5",
  );
  expect(idsOf("thermometer", "child", values)).not.toContain("with-children/5");
});

test("the answer of a choice of one stands in one place, that of a list in none", () => {
  const light = questionsOf(
    toolOf("stoplight"),
    "child",
    fakeHost(toolOf("stoplight"), { voice: "child" }).host,
  )[0];
  expect(light && fieldOf(light)).toBe("colours/choice");
  const tool = toolOf("stress-sources");
  const list = questionsOf(tool, "parent", fakeHost(tool, { voice: "parent" }).host)[0];
  expect(list && fieldOf(list)).toBeUndefined();
});

test("a parent sees no examples of a child's goals", () => {
  const tool = toolOf("goals-specific");
  const rows = questionsOf(tool, "parent", fakeHost(tool, { voice: "parent" }).host).find(
    (one) => one.show === "rows",
  );
  const examples = rows?.examples?.flatMap((group) => group.items.map((item) => item.id));
  expect(examples).toContain("know-whom-to-ask");
  expect(examples).not.toContain("stand-up-for-myself");
});
