import { expect, test } from "vitest";
import { agree, writeGoal } from "../../src/commands/plan.ts";
import { finishVisit, planVisit } from "../../src/commands/visit.ts";
import { familyCardOf } from "../../src/domain/familyCard.ts";
import { goalFields } from "../../src/domain/plan.ts";
import { visitFields } from "../../src/domain/visit.ts";
import { newCase, youssef } from "./caseBuilder.ts";

test("a card says who there are, what is planned and what is open, and holds no score", async () => {
  const family = await newCase();
  await family.person("Elif", ["parent-concern"], { language: "tr" });
  const noor = await family.person("Noor", ["child"], { "birth-date": "2019-05-04" });
  await family.person("juf Anouk", ["teacher"]);
  const visit = await family.visit(
    { [visitFields.plannedAt]: "2026-11-27T15:30", location: "home" },
    { begun: false },
  );
  await family.answer("alarm-signals", { about: noor, visit }, { "earlier-child-death": "unknown" });
  await family.create("agreement", agree, { what: "Oma haalt Noor", status: "running" });
  await family.create("agreement", agree, { what: "Bellen", status: "ended" });
  expect(familyCardOf(family.file())).toEqual({
    name: "Familie",
    children: [{ name: "Noor", birth: "2019-05-04" }],
    adults: [{ name: "Elif", roles: ["parent-concern"] }],
    languages: ["tr", "nl"],
    planned: [{ id: visit, at: "2026-11-27T15:30", location: "home" }],
    openVisit: undefined,
    openDecision: false,
    unknownAlarms: 1,
    agreementsRunning: 1,
    versions: 0,
    safetyVersions: 0,
  });
});

test("a visit at the table is open until it is finished", async () => {
  const family = await newCase();
  const visit = await family.visit();
  expect(familyCardOf(family.file())).toMatchObject({ openVisit: visit, planned: [] });
  await family.run(finishVisit, { visit });
  expect(familyCardOf(family.file()).openVisit).toBeUndefined();
  await family.run(planVisit, { record: visit, values: { [visitFields.leavesBehind]: "nothing" } });
  expect(familyCardOf(family.file()).openVisit).toBeUndefined();
});

test("versions in what safety rests on are counted apart from the rest", async () => {
  const family = await newCase();
  const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "x" });
  const tonight = await family.create("agreement", agree, { what: "Noor slaapt bij oma", tonight: true });
  const other = family.apart(youssef);
  for (const [one, who] of [
    [family, "oma"],
    [other, "Loes"],
  ] as const) {
    await one.run(writeGoal, { record: goal, values: { [goalFields.sentence]: who } });
    await one.run(agree, { record: tonight, values: { who } });
  }
  family.merge(other);
  expect(familyCardOf(family.file())).toMatchObject({ versions: 2, safetyVersions: 1 });
});
