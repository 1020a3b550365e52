import { beforeEach, expect, test } from "vitest";
import { answerItem } from "../../src/commands/answer.ts";
import type { Command } from "../../src/commands/command.ts";
import type { How } from "../../src/commands/door.ts";
import { agree, layCard, moveCard, noteDown, writeGoal } from "../../src/commands/plan.ts";
import { removeRecord } from "../../src/commands/records.ts";
import { settle } from "../../src/commands/settle.ts";
import { restoringOf, takeBack } from "../../src/commands/takeBack.ts";
import { conflictsOf, headsAt, isAlive, recordsOf, valueAt } from "../../src/domain/casefile.ts";
import type { Entry } from "../../src/domain/entry.ts";
import { familyRecord, type RecordId, runId } from "../../src/domain/ids.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { agreementFields, cardFields, goalFields, noteFields } from "../../src/domain/plan.ts";
import { type CaseBuilder, newCase, theCase, youssef } from "../domain/caseBuilder.ts";

let family: CaseBuilder;
let elif: RecordId;

beforeEach(async () => {
  family = await newCase();
  elif = await family.person("Elif", ["parent-other"]);
});

/** Writes, and gives what taking it back would restore: with the case as it stood before. */
async function written<Args>(command: Command<Args>, args: Args, how?: How) {
  const before = family.file();
  const entry = await family.run(command, args, how);
  if (!entry) throw new Error("nothing was written");
  return { entry, places: restoringOf(before, entry) };
}

const back = ({ entry, places }: { entry: Entry; places: ReturnType<typeof restoringOf> }) =>
  family.door.run(theCase, takeBack, { entry: entry.id, places }, { voice: entry.voice });

const scaling = instrumentById("scaling-questions");

function score(value: number) {
  if (!scaling) throw new Error("no scaling questions");
  const key = { instrument: scaling.id, about: familyRecord, voice: elif };
  const args = { instrument: scaling, key, item: "goal-score", value };
  return { run: runId(theCase, key), done: written(answerItem, args, { voice: elif }) };
}

test("a score that was tapped wrong stands again as it was, in the same voice, and nothing is erased", async () => {
  await score(3).done;
  const { run, done } = score(8);
  const last = await done;
  await back(last);
  expect(valueAt(family.file(), run, "goal-score")).toBe(3);
  expect(headsAt(family.file(), run, "goal-score")[0]?.voice).toBe(elif);
  expect(family.journal.entries()).toContain(last.entry);
});

test("a first answer taken back leaves its question open, and may be answered again", async () => {
  const { run, done } = score(8);
  await back(await done);
  expect(valueAt(family.file(), run, "goal-score")).toBe(null);
  await score(4).done;
  expect(valueAt(family.file(), run, "goal-score")).toBe(4);
  expect(conflictsOf(family.file())).toEqual([]);
});

test.each([
  ["note", noteDown, { [noteFields.text]: "Rustig." }],
  ["agreement", agree, { [agreementFields.what]: "Oma belt." }],
  ["card", layCard, { [cardFields.text]: "Ze lacht.", [cardFields.column]: "goes-well" }],
  ["goal", writeGoal, { [goalFields.sentence]: "Rustig praten." }],
] as const)(
  "a %s that was just made goes away whole, and no conflict is left",
  async (kind, command, values) => {
    await back(await written(command, { values }));
    expect(recordsOf(family.file(), kind)).toEqual([]);
    expect(conflictsOf(family.file())).toEqual([]);
  },
);

test("a card that was moved goes back to its column and its place in it", async () => {
  const values = { [cardFields.text]: "Ze lacht.", [cardFields.column]: "worries", [cardFields.order]: 2 };
  const card = await family.create("card", layCard, values);
  await back(await written(moveCard, { card, column: "goes-well", order: 7 }));
  expect(valueAt(family.file(), card, cardFields.column)).toBe("worries");
  expect(valueAt(family.file(), card, cardFields.order)).toBe(2);
});

test("what was removed comes back with its words", async () => {
  const agreement = await family.create("agreement", agree, { [agreementFields.what]: "Oma belt." });
  await back(await written(removeRecord, { record: agreement }));
  expect(isAlive(family.file(), agreement)).toBe(true);
  expect(valueAt(family.file(), agreement, agreementFields.what)).toBe("Oma belt.");
});

test("taking back is refused where somebody has written there since", async () => {
  const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
  const mine = await written(writeGoal, { record: goal, values: { [goalFields.sentence]: "twee" } });
  const other = family.apart(youssef);
  await other.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "drie" } });
  family.merge(other);
  expect(await back(mine)).toEqual({ ok: false, refused: "movedOn" });
  expect(valueAt(family.file(), goal, goalFields.sentence)).toBe("drie");
});

test("a record in which somebody else has written since stands, also where its maker takes it back", async () => {
  const mine = await written(writeGoal, { values: { [goalFields.sentence]: "een" } });
  const goal = recordsOf(family.file(), "goal")[0];
  if (!goal) throw new Error("no goal");
  const other = family.apart(youssef);
  await back(mine);
  await other.run(writeGoal, { record: goal, values: { [goalFields.priority]: "first" } });
  family.merge(other);
  expect(isAlive(family.file(), goal)).toBe(true);
});

test("settling two versions is not offered to be taken back: they can't be written back as one", async () => {
  const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
  const other = family.apart(youssef);
  await family.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "oma" } });
  await other.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "Loes" } });
  family.merge(other);
  const settled = await written(settle, { record: goal, field: goalFields.sentence, value: "oma" });
  expect(settled.places).toEqual([]);
});
