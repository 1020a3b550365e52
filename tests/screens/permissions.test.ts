import { beforeEach, expect, test } from "vitest";
import { layCard } from "../../src/commands/plan.ts";
import { allowSight } from "../../src/commands/sight.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { cardFields } from "../../src/domain/plan.ts";
import { permissionsOf, possibleKnowers } from "../../src/screens/family/permissions.ts";
import { type CaseBuilder, newCase } from "../domain/caseBuilder.ts";

let family: CaseBuilder;
let noor: RecordId;
let elif: RecordId;
let bram: RecordId;

beforeEach(async () => {
  family = await newCase();
  noor = await family.person("Noor", ["child"]);
  elif = await family.person("Elif", ["parent-other"]);
  bram = await family.person("Bram", ["parent-concern"]);
  await family.person("juf Anouk", ["teacher"]);
});

const say = (text: string, audience: readonly RecordId[] = []) =>
  family.create(
    "card",
    layCard,
    { [cardFields.text]: text, [cardFields.column]: "worries" },
    { voice: noor, means: "told", ...(audience.length > 0 ? { audience } : {}) },
  );

const told = () =>
  permissionsOf(family.file(), noor).map(({ record, permissions }) => ({
    record,
    permissions: permissions.map(({ person, may, head }) => [person.name, may, head.voice, head.means]),
  }));

test("what a child said and named nobody for is for workers only", async () => {
  const card = await say("Papa schreeuwt.");
  expect(told()).toEqual([{ record: card, permissions: [] }]);
});

test("mama may know and papa not: each with whose word it was and how it came, and taken back it says so", async () => {
  const card = await say("Papa schreeuwt.");
  const how = { voice: noor, means: "told" } as const;
  await family.run(allowSight, { records: [card], persons: { [elif]: true, [bram]: false } }, how);
  expect(told()[0]?.permissions).toEqual([
    ["Elif", true, noor, "told"],
    ["Bram", false, noor, "told"],
  ]);
  await family.run(allowSight, { records: [card], persons: { [elif]: false } }, how);
  expect(told()[0]?.permissions[0]).toEqual(["Elif", false, noor, "told"]);
});

test("a permission that went along with the words counts, and one said later wins", async () => {
  const card = await say("Mama lacht weer.", [elif]);
  expect(told()[0]?.permissions).toEqual([["Elif", true, noor, "told"]]);
  await family.run(allowSight, { records: [card], persons: { [elif]: false } }, { voice: noor });
  expect(told()[0]?.permissions).toEqual([["Elif", false, noor, "self"]]);
});

test("the latest words stand first, and words of somebody else are not among them", async () => {
  const first = await say("een");
  const second = await say("twee");
  await family.create("card", layCard, { [cardFields.text]: "van Elif" }, { voice: elif });
  expect(told().map(({ record }) => record)).toEqual([second, first]);
});

test("everybody else who stands by the family can be allowed to know, and nobody is asked about themselves", () => {
  expect(possibleKnowers(family.file(), noor).map(({ name }) => name)).toEqual(["Elif", "Bram", "juf Anouk"]);
});
