import { beforeEach, expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import type { How } from "../../src/commands/door.ts";
import { agree, layCard, moveCard, noteDown } from "../../src/commands/plan.ts";
import { removeRecord } from "../../src/commands/records.ts";
import { restoringOf } from "../../src/commands/takeBack.ts";
import { planVisit } from "../../src/commands/visit.ts";
import { agreementFields, cardFields, noteFields } from "../../src/domain/plan.ts";
import { visitFields } from "../../src/domain/visit.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import type { Say } from "../../src/screens/casefile/placeWords.ts";
import { undoWords } from "../../src/screens/casefile/undoWords.ts";
import { type CaseBuilder, newCase } from "../domain/caseBuilder.ts";

const i18n = await createI18n({
  language: "nl",
  namespaces: ["casefile", "instruments", "aspects", "rules", "safety"],
});
const say: Say = (key, values) => i18n.t(key, { ...values }) as string;

let family: CaseBuilder;

beforeEach(async () => {
  family = await newCase();
});

async function saidAfter<Args>(command: Command<Args>, args: Args, how?: How): Promise<string> {
  const before = family.file();
  const entry = await family.run(command, args, how);
  if (!entry) throw new Error("nothing was written");
  const places = restoringOf(before, entry);
  return undoWords({ file: family.file(), say, language: "nl" }, { entry, places });
}

test("of a new note it says its words, and that it goes away", async () => {
  expect(await saidAfter(noteDown, { values: { [noteFields.text]: "Rustig gesprek." } })).toBe(
    "Dan gaat dit weg: Aantekening: “Rustig gesprek.”",
  );
});

test("of a changed agreement it says what stands there and what comes back", async () => {
  const record = await family.create("agreement", agree, {});
  const write = (who: string) => saidAfter(agree, { record, values: { [agreementFields.who]: who } });
  expect(await write("oma")).toContain("weer leeg (nu “oma”)");
  expect(await write("Loes")).toContain("weer “oma” (nu “Loes”)");
});

test("of what was removed it says that it comes back, and with which words", async () => {
  const record = await family.create("agreement", agree, { [agreementFields.what]: "Oma belt." });
  expect(await saidAfter(removeRecord, { record })).toBe("Dan komt dit terug: Afspraak · Oma belt.");
});

test("an order is said as an order, and never as a number", async () => {
  const values = { [cardFields.text]: "Ze lacht.", [cardFields.column]: "worries", [cardFields.order]: 2 };
  const card = await family.create("card", layCard, values);
  const order = "Dan staat de vorige volgorde er weer";
  expect(await saidAfter(moveCard, { card, column: "worries", order: 7 })).toBe(order);
  const visit = await family.visit();
  const lay = (tools: Readonly<Record<string, number>>) =>
    saidAfter(planVisit, { record: visit, values: tools });
  await lay({ [visitFields.tool("stoplight")]: 0, [visitFields.tool("thermometer")]: 1 });
  expect(await lay({ [visitFields.tool("stoplight")]: 1, [visitFields.tool("thermometer")]: 0 })).toBe(order);
});

test("somebody's long words are cut between letters, also where one is made of several signs", async () => {
  const said = await saidAfter(noteDown, { values: { [noteFields.text]: "👩‍👧 ".repeat(200) } });
  expect(said.length).toBeLessThan(220);
  expect(said.isWellFormed()).toBe(true);
});

test("of what came too late, and stands in no case file, it says what it is", async () => {
  const without = family.file();
  const entry = await family.run(noteDown, { values: { [noteFields.text]: "Te laat gezien." } });
  if (!entry) throw new Error("nothing was written");
  const places = restoringOf(without, entry);
  expect(undoWords({ file: without, say, language: "nl" }, { entry, places })).toBe(
    "Dan gaat dit weg: Aantekening: “Te laat gezien.”",
  );
});

test("long words are cut before a bracket that would not close", async () => {
  const text = "Letsel dat niet door een ongeluk komt (of door een ongeluk dat te voorkomen was)";
  expect(await saidAfter(noteDown, { values: { [noteFields.text]: text } })).toBe(
    "Dan gaat dit weg: Aantekening: “Letsel dat niet door een ongeluk komt…”",
  );
});
