import { expect, test } from "vitest";
import { writePerson } from "../../src/commands/family.ts";
import { noteDown } from "../../src/commands/plan.ts";
import { removeRecord } from "../../src/commands/records.ts";
import { planVisit } from "../../src/commands/visit.ts";
import type { Entry } from "../../src/domain/entry.ts";
import { visitFields } from "../../src/domain/visit.ts";
import {
  byDay,
  doubtfulTimes,
  inBlocks,
  kindOfEntry,
  opsToRead,
  passes,
  replacedBy,
} from "../../src/screens/family/timeline.ts";
import { newCase } from "../domain/caseBuilder.ts";

const noFilter = { person: null, visit: null, kind: null };
const at = (entry: Entry, wall: number): Entry => ({ ...entry, wall });

test("what stood there before is shown beside what replaced it", async () => {
  const family = await newCase();
  const noor = await family.person("Nour");
  await family.run(writePerson, { record: noor, values: { name: "Noor" } });
  const entries = family.journal.entries();
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const op = entries.at(-1)?.ops.find((one) => one.field === "name");
  expect(op && replacedBy(op, known)).toEqual(["Nour"]);
});

test("the author's introduction is no news, and a removal is", async () => {
  const family = await newCase();
  const note = await family.create("note", noteDown, { text: "Rustige ochtend." });
  await family.run(removeRecord, { record: note });
  const file = family.file();
  const fieldsOf = (entry: Entry): readonly string[] => opsToRead(file, entry).map((op) => op.field);
  const [opened, noted, removed] = family.journal.entries();
  expect(opened && fieldsOf(opened)).toEqual(["name"]);
  expect(noted && fieldsOf(noted)).toEqual(["text"]);
  expect(removed && fieldsOf(removed)).toEqual(["exists"]);
});

test("the timeline can be narrowed to a person, a visit and a kind of writing", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-other"]);
  const visit = await family.visit();
  await family.answer("stress-sources", { about: elif, voice: elif, visit }, { "parent-health": "yes" });
  await family.create("note", noteDown, { text: "Vraag naar de nachtdienst." });
  const file = family.file();
  const intents = (filter: Partial<Parameters<typeof passes>[2]>): readonly string[] =>
    family.journal
      .entries()
      .filter((entry) => passes(file, entry, { ...noFilter, ...filter }))
      .map((entry) => entry.intent);
  expect(intents({ person: elif })).toEqual(["personWritten", "answered"]);
  expect(intents({ visit })).toEqual(["visitPlanned", "visitBegun", "answered"]);
  expect(intents({ kind: "notes" })).toEqual(["noted"]);
  expect(intents({})).toHaveLength(family.journal.entries().length);
});

test("an entry of a newer version is never lost from the list", async () => {
  const family = await newCase();
  const [entry] = family.journal.entries();
  expect(entry && kindOfEntry({ ...entry, intent: "somethingNew" })).toBe("changes");
});

test("what was written in a visit stands at the day of that visit, and a visit to come dates nothing", async () => {
  const family = await newCase();
  const visit = await family.visit();
  await family.create("note", noteDown, { text: "Later overgetypt." }, { visit });
  const planned = await family.create("visit", planVisit, { [visitFields.plannedAt]: "2031-01-01" });
  await family.create("note", noteDown, { text: "Voorbereiding." }, { visit: planned });
  const nextYear = Date.UTC(2027, 5, 1, 12);
  const entries = family.journal
    .entries()
    .map((entry) => (entry.intent === "noted" ? at(entry, nextYear) : entry));
  const days = byDay(family.file(), entries);
  expect(days.map(({ day }) => day)).toEqual(["2027-06-01", "2026-11-26"]);
  expect(days[0]?.entries).toHaveLength(1);
});

test("a clock that is wrong by years is marked, and the right ones are not", async () => {
  const family = await newCase();
  for (let i = 0; i < 4; i++) await family.create("note", noteDown, { text: `${i}` });
  const [first, second, third, fourth, fifth] = family.journal.entries();
  if (!first || !second || !third || !fourth || !fifth) throw new Error("five entries were written");
  const now = fifth.wall + 60_000;
  const years = 5 * 365 * 86_400_000;
  const told = [first, at(second, second.wall - years), third, at(fourth, fourth.wall + years), fifth];
  expect([...doubtfulTimes(told, now)].sort()).toEqual([second.id, fourth.id].sort());
});

test("what is ticked one after the other in one list reads as one", async () => {
  const family = await newCase();
  const elif = await family.person("Elif");
  const visit = await family.visit();
  const key = { about: elif, voice: elif, visit };
  await family.answer("stress-sources", key, { "parent-health": "yes", "parent-work": "no" });
  const newest = family.journal.entries().toReversed();
  expect(inBlocks(newest).map((block) => block.entries.length)[0]).toBeGreaterThanOrEqual(2);
  expect(inBlocks(newest).flatMap((block) => block.entries)).toEqual(newest);
});
