import { beforeEach, expect, test } from "vitest";
import { annotate } from "../../src/commands/answer.ts";
import { agree, layCard, noteDown } from "../../src/commands/plan.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { lightTool, planVisit } from "../../src/commands/visit.ts";
import { familyRecord, type RecordId } from "../../src/domain/ids.ts";
import { instrumentById, instruments } from "../../src/domain/instruments/list.ts";
import { toolsOf, visitFields } from "../../src/domain/visit.ts";
import { agreementsIn } from "../../src/screens/visit/agreementsIn.ts";
import { ownWordsOf, voicesIn } from "../../src/screens/visit/ownWords.ts";
import { openToolsOf } from "../../src/screens/visit/stillOpen.ts";
import {
  findTools,
  isForTable,
  layableTools,
  movedTools,
  toolStanding,
  toolsOnTable,
  usualTools,
} from "../../src/screens/visit/tableTools.ts";
import { whoKnows } from "../../src/screens/visit/whoKnows.ts";
import { type CaseBuilder, newCase } from "../domain/caseBuilder.ts";

let family: CaseBuilder;
let elif: RecordId;
let noor: RecordId;
let visit: RecordId;

beforeEach(async () => {
  family = await newCase();
  elif = await family.person("Elif", ["parent-other"]);
  noor = await family.person("Noor", ["child"]);
  visit = await family.visit();
});

const tool = (id: string) => {
  const found = instrumentById(id);
  if (!found) throw new Error(id);
  return found;
};

const lay = async (tools: readonly string[]): Promise<void> => {
  for (const [order, id] of tools.entries()) {
    await family.run(planVisit, { record: visit, values: { [visitFields.tool(id)]: order } });
  }
};

const onTable = () => toolsOnTable(family.file(), visit).table.map(({ id }) => id);

test("where nothing was laid out the usual tools lie on the table, the map first", () => {
  expect(onTable()).toEqual([...usualTools]);
  expect(onTable()[0]).toBe("signs-of-safety");
});

test("what only a worker fills in never lies open on the table", async () => {
  await lay(["alarm-signals", "stoplight", "parenting-signals"]);
  const { table, own } = toolsOnTable(family.file(), visit);
  expect(table.map(({ id }) => id)).toEqual(["stoplight"]);
  expect(own.map(({ id }) => id)).toEqual(["alarm-signals", "parenting-signals"]);
});

test("a tool that was looked at without being laid out stays on the table", async () => {
  await lay(["stoplight"]);
  await family.run(lightTool, { visit, instrument: "miracle-question" });
  expect(onTable()).toEqual(["stoplight", "miracle-question"]);
});

test("every tool that may be laid out for a family has a family's voice, and none has two homes", () => {
  for (const one of layableTools.filter(isForTable)) expect(one.voices).not.toEqual(["worker"]);
  expect(layableTools.some(({ id }) => id === "conversation-preparation")).toBe(false);
});

test("a tool that is moved changes places with its neighbour, and the ends stay where they are", async () => {
  await lay(["stoplight", "thermometer", "goals-specific"]);
  const move = async (id: string, by: -1 | 1): Promise<readonly string[]> => {
    const moved = movedTools(toolsOf(family.file(), visit), id, by);
    const values = Object.fromEntries(moved.map((one) => [visitFields.tool(one.tool), one.order]));
    if (moved.length > 0) await family.run(planVisit, { record: visit, values });
    return toolsOf(family.file(), visit);
  };
  expect(await move("goals-specific", -1)).toEqual(["stoplight", "goals-specific", "thermometer"]);
  expect(await move("stoplight", -1)).toEqual(["stoplight", "goals-specific", "thermometer"]);
  expect(await move("stoplight", 1)).toEqual(["goals-specific", "stoplight", "thermometer"]);
});

test("a tool is found by any of its words, in any order", () => {
  const found = findTools(instruments, "licht stop", ({ id }) => (id === "stoplight" ? "Stoplicht" : id));
  expect(found.map(({ id }) => id)).toEqual(["stoplight"]);
});

test("a card says bezig once something was said in this visit, and klaar only by the worker's word", async () => {
  const standing = () => toolStanding(family.file(), visit, tool("stress-sources"));
  expect(standing()).toBe("empty");
  const run = await family.answer(
    "stress-sources",
    { about: elif, voice: elif, visit },
    { "parent-health": "yes" },
  );
  expect(standing()).toBe("busy");
  const { id: _, ...key } = run;
  await family.run(annotate, { key, field: "done", value: true }, { voice: elif });
  expect(standing()).toBe("done");
});

test("a card laid on the map in another visit says nothing of this one", async () => {
  const before = await family.visit({}, { finished: true });
  await family.create("card", layCard, { text: "rust", column: "goes-well" }, { visit: before });
  expect(toolStanding(family.file(), visit, tool("signs-of-safety"))).toBe("empty");
  await family.create("card", layCard, { text: "spelen", column: "goes-well" }, { visit });
  expect(toolStanding(family.file(), visit, tool("signs-of-safety"))).toBe("busy");
});

test("a mother's own words are hers alone, of this visit alone, and never the worker's bookkeeping", async () => {
  const hers = { voice: elif, visit, means: "told" } as const;
  await family.create("card", layCard, { text: "ik zing voor haar", column: "goes-well" }, hers);
  await family.create("card", layCard, { text: "bang", column: "worries" }, { ...hers, voice: noor });
  await family.create("card", layCard, { text: "van toen", column: "worries" }, { voice: elif });
  await family.create("note", noteDown, { text: "mijn idee", mark: "idea" }, { visit });
  await family.run(planVisit, { record: visit, values: { [visitFields.ownWords(elif)]: "right" } });
  await family.answer("signs-of-safety", { voice: elif, visit }, { "safety-score-family": 4 });
  const words = ownWordsOf(family.file(), visit, elif);
  expect(words.map(({ head }) => head.value)).toEqual(["ik zing voor haar", 4]);
  expect(words.map(({ isText }) => isText)).toEqual([true, false]);
  expect(voicesIn(family.file(), visit).map(({ id }) => id)).toEqual([elif, noor]);
});

test("who may know it is said per answer: nobody named means workers only", async () => {
  const run = await family.answer("signs-of-safety", { voice: noor, visit }, { "safety-score-family": 2 });
  const known = () => whoKnows(family.file(), visit, noor).map(({ may, mayNot }) => ({ may, mayNot }));
  expect(known()).toEqual([{ may: [], mayNot: [] }]);
  await family.run(allowSight, { records: [run.id], persons: { [elif]: true } }, { voice: noor });
  expect(known()[0]?.may.map(({ id }) => id)).toEqual([elif]);
  await family.run(allowSight, { records: [run.id], persons: { [elif]: false } }, { voice: noor });
  expect(known()[0]).toMatchObject({ may: [], mayNot: [{ id: elif }] });
});

test("what is open is counted per tool, until the worker says that it is done", async () => {
  const run = await family.answer(
    "parent-conversation-steps",
    { about: familyRecord, visit },
    { "discuss-aim": true },
  );
  expect(openToolsOf(family.file(), visit)).toMatchObject([
    { open: 6, voices: [family.author], first: { about: familyRecord, voice: family.author } },
  ]);
  const { id: _, ...key } = run;
  await family.run(annotate, { key, field: "done", value: true });
  expect(openToolsOf(family.file(), visit)).toEqual([]);
});

test("agreements belong to the visit in which they were made", async () => {
  await family.create("agreement", agree, { what: "eerder" });
  const today = await family.create("agreement", agree, { what: "vandaag" }, { visit });
  expect(agreementsIn(family.file(), visit).map(({ id }) => id)).toEqual([today]);
});
