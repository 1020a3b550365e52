import { describe, expect, test } from "vitest";
import { annotate, answerItem } from "../../src/commands/answer.ts";
import { longestText } from "../../src/commands/command.ts";
import { createDoor } from "../../src/commands/door.ts";
import { openFamily, writePerson } from "../../src/commands/family.ts";
import { layCard, moveCard, noteDown, writeGoal } from "../../src/commands/plan.ts";
import { removeRecord } from "../../src/commands/records.ts";
import { settle } from "../../src/commands/settle.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { beginVisit, finishVisit, lightTool } from "../../src/commands/visit.ts";
import {
  conflictsOf,
  headAt,
  headsAt,
  isAlive,
  overAt,
  recordsOf,
  valueAt,
} from "../../src/domain/casefile.ts";
import { familyRecord, type RecordId, type RunKey, runId } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { peopleOf, workersOf } from "../../src/domain/people.ts";
import { cardFields, cardsOf, goalFields, noteFields } from "../../src/domain/plan.ts";
import { maySee } from "../../src/domain/sight.ts";
import { visitFields, visitOf } from "../../src/domain/visit.ts";
import { marit, memoryJournal, newCase, theCase, youssef } from "../domain/caseBuilder.ts";

const scaling = instrumentById("scaling-questions");
const stoplight = instrumentById("stoplight");
if (!scaling || !stoplight) throw new Error("the scales are missing");

async function atTheTable() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const keyOf = (voice: RecordId): RunKey => ({
    instrument: "scaling-questions",
    about: "goal" as RecordId,
    voice,
    visit,
  });
  return { family, elif, noor, visit, keyOf };
}

describe("who may write what, at the one door", () => {
  test("on a family's screen only what a family may ask for is done; the rest is refused and nothing is written", async () => {
    const { family, elif, noor, visit } = await atTheTable();
    family.setMode({ kind: "together", voice: elif });
    const before = family.journal.entries().length;
    const refused = { ok: false, refused: "notHere" };
    const { door } = family;
    expect(await door.run(theCase, openFamily, { name: "x" })).toEqual(refused);
    expect(await door.run(theCase, writePerson, { record: noor, values: { name: "x" } })).toEqual(refused);
    expect(await door.run(theCase, noteDown, { values: { [noteFields.text]: "x" } })).toEqual(refused);
    expect(await door.run(theCase, finishVisit, { visit })).toEqual(refused);
    expect(await door.run(theCase, removeRecord, { record: noor })).toEqual(refused);
    expect(await door.run(theCase, settle, { record: noor, field: "name", value: "x" })).toEqual(refused);
    expect(family.journal.entries()).toHaveLength(before);
    const written = await door.run(theCase, writeGoal, {
      values: { [goalFields.sentence]: "Ik zou graag rust" },
    });
    expect(written).toMatchObject({ ok: true, entry: { voice: elif, author: marit.id } });
  });

  test("a person takes back a card of their own, and nobody else's", async () => {
    const { family, elif, noor } = await atTheTable();
    const card = { [cardFields.text]: "Noor lacht weer.", [cardFields.column]: "goes-well" };
    await family.run(layCard, { values: card }, { voice: elif });
    await family.run(layCard, { values: { ...card, [cardFields.text]: "Papa is lief." } }, { voice: noor });
    const [own, others] = cardsOf(family.file());
    if (!own || !others) throw new Error("two cards were laid");
    family.setMode({ kind: "together", voice: elif });
    expect(await family.door.run(theCase, removeRecord, { record: own.id })).toMatchObject({ ok: true });
    expect(await family.door.run(theCase, removeRecord, { record: others.id })).toEqual({
      ok: false,
      refused: "notHere",
    });
    expect(cardsOf(family.file()).map(({ id }) => id)).toEqual([others.id]);
  });

  test("another's voice is refused on a family's screen, whoever asks for it", async () => {
    const { family, elif, noor, keyOf } = await atTheTable();
    family.setMode({ kind: "together", voice: elif });
    const args = { instrument: scaling, key: keyOf(noor), item: "goal-score", value: 3 };
    expect(await family.door.run(theCase, answerItem, args, { voice: noor })).toEqual({
      ok: false,
      refused: "notHere",
    });
    expect(await family.door.run(theCase, answerItem, args)).toEqual({ ok: false, refused: "otherVoice" });
    expect(family.file().records.has(runId(theCase, keyOf(noor)))).toBe(false);
  });

  test("a worker too writes an answer only in the voice of its run", async () => {
    const { family, elif, keyOf } = await atTheTable();
    const args = { instrument: scaling, key: keyOf(elif), item: "goal-score", value: 3 };
    expect(await family.door.run(theCase, answerItem, args)).toEqual({ ok: false, refused: "otherVoice" });
    const told = await family.door.run(theCase, answerItem, args, { voice: elif, means: "told" });
    expect(told).toMatchObject({ ok: true, entry: { voice: elif, author: marit.id, means: "told" } });
  });

  test("a record that another voice began can't be written in on a family's screen", async () => {
    const { family, elif, noor, keyOf } = await atTheTable();
    const key = keyOf(elif);
    await family.run(answerItem, { instrument: scaling, key, item: "goal-score", value: 6 }, { voice: elif });
    const card = await family.create("card", layCard, { [cardFields.text]: "ontbijt" }, { voice: elif });
    family.setMode({ kind: "together", voice: noor });
    const before = family.journal.entries().length;
    const refused = { ok: false, refused: "notHere" };
    const run = runId(theCase, key);
    expect(await family.door.run(theCase, layCard, { record: card, values: { text: "x" } })).toEqual(refused);
    expect(await family.door.run(theCase, moveCard, { card, column: "worries", order: 1 })).toEqual(refused);
    expect(await family.door.run(theCase, allowSight, { records: [run], persons: { [noor]: true } })).toEqual(
      refused,
    );
    expect(family.journal.entries()).toHaveLength(before);
    const own = await family.door.run(theCase, layCard, { values: { [cardFields.text]: "de hond" } });
    expect(own.ok).toBe(true);
  });

  test("what an instrument does not take is refused with a reason, and taking back is always possible", async () => {
    const { family, elif, keyOf } = await atTheTable();
    const write = (item: string, value: number | string | null) =>
      family.door.run(
        theCase,
        answerItem,
        { instrument: scaling, key: keyOf(elif), item, value },
        { voice: elif },
      );
    for (const value of [11, -1, 4.5, "4"]) {
      expect(await write("goal-score", value)).toEqual({ ok: false, refused: "notAcceptable" });
    }
    expect(await write("no-such-item", 4)).toEqual({ ok: false, refused: "notAcceptable" });
    expect((await write("goal-score", 4)).ok).toBe(true);
    expect((await write("goal-score", null)).ok).toBe(true);
    expect(valueAt(family.file(), runId(theCase, keyOf(elif)), "goal-score")).toBeNull();
  });
});

describe("what the door adds to a change", () => {
  test("every op names the heads that it replaces, and the Lamport number follows all that was seen", async () => {
    const { family } = await atTheTable();
    const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
    const first = headAt(family.file(), goal, goalFields.sentence);
    const lamport = family.file().lamport;
    const entry = await family.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "twee" } });
    expect(entry?.lamport).toBe(lamport + 1);
    expect(entry?.ops).toEqual([
      { kind: "set", record: goal, field: goalFields.sentence, value: "twee", over: [first?.entry] },
    ]);
  });

  test("a device that was behind goes on after the highest number that has reached it", async () => {
    const { family } = await atTheTable();
    const other = family.apart(youssef);
    for (const text of ["a", "b", "c"]) await other.create("note", noteDown, { [noteFields.text]: text });
    family.merge(other);
    const highest = Math.max(...other.journal.entries().map((entry) => entry.lamport));
    const entry = await family.run(noteDown, { values: { [noteFields.text]: "d" } });
    expect(entry?.lamport).toBe(highest + 1);
  });

  test("words that were begun before another's arrived keep that other's beside them", async () => {
    const { family } = await atTheTable();
    const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
    const startedFrom = overAt(family.file(), goal, goalFields.sentence);
    await family.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "van een ander" } });
    const entry = await family.run(writeGoal, {
      record: goal,
      values: { [goalFields.sentence]: "uit het concept" },
      over: { [goalFields.sentence]: startedFrom },
    });
    expect(entry?.ops[0]?.over).toEqual(startedFrom);
    expect(headsAt(family.file(), goal, goalFields.sentence).map((head) => head.value)).toEqual([
      "uit het concept",
      "van een ander",
    ]);
  });

  test("an answer keeps the heads that its writer started from", async () => {
    const { family, elif, keyOf } = await atTheTable();
    const key = keyOf(elif);
    const write = (value: string, over?: readonly never[]) =>
      family.run(
        answerItem,
        { instrument: scaling, key, item: "one-higher", value, ...(over ? { over } : {}) },
        { voice: elif },
      );
    await write("hulp van oma");
    await write("zelf", []);
    expect(headsAt(family.file(), runId(theCase, key), "one-higher")).toHaveLength(2);
  });

  test("the author's name comes along once, with the first entry, and again when it has changed", async () => {
    const family = await newCase();
    const namings = () =>
      family.journal.entries().filter((entry) => entry.ops.some((op) => op.record === marit.id));
    await family.person("Elif");
    await family.person("Bram");
    expect(namings()).toHaveLength(1);
    expect(workersOf(family.file())).toEqual([marit]);
    await family.as({ ...marit, name: "Marit V." }).person("Noor");
    expect(namings()).toHaveLength(2);
    expect(workersOf(family.file())).toEqual([{ id: marit.id, name: "Marit V." }]);
    await family.as(youssef).person("Sem");
    expect(workersOf(family.file()).map((worker) => worker.name)).toEqual(["Marit V.", "Youssef"]);
  });

  test("an introduction does not stop a family's screen: the worker stays the author there", async () => {
    const { family, elif } = await atTheTable();
    const other = family.as(youssef);
    other.setMode({ kind: "together", voice: elif });
    const card = await other.create("card", layCard, { [cardFields.text]: "de buurvrouw" });
    expect(headAt(family.file(), card, cardFields.text)).toMatchObject({ author: youssef.id, voice: elif });
  });

  test("writing what already stands writes nothing", async () => {
    const { family } = await atTheTable();
    const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
    const before = family.journal.entries().length;
    expect(
      await family.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "een" } }),
    ).toBeUndefined();
    expect(
      await family.run(writeGoal, { record: goal, values: { [goalFields.seen]: null } }),
    ).toBeUndefined();
    expect(family.journal.entries()).toHaveLength(before);
    const entry = await family.run(writeGoal, {
      record: goal,
      values: { [goalFields.sentence]: "een", group: "g" },
    });
    expect(entry?.ops.map((op) => op.field)).toEqual(["group"]);
  });

  test("a draft is cleared together with the entry that it became", async () => {
    const { family } = await atTheTable();
    await family.run(noteDown, { values: { [noteFields.text]: "x" } }, { clearsDraft: "draft-1" });
    expect(family.journal.cleared).toEqual(["draft-1"]);
  });

  test("visit and audience go along where they are given", async () => {
    const { family, elif, visit } = await atTheTable();
    const entry = await family.run(noteDown, { values: { text: "x" } }, { visit, audience: [elif] });
    expect(entry).toMatchObject({ visit, audience: [elif], voice: marit.id, means: "self" });
  });

  test("the wall clock of a tablet that is years wrong is kept as it was", async () => {
    const journal = memoryJournal();
    const wrong = { wall: -3_600_000, zone: -720 };
    const door = createDoor({
      journal,
      author: () => marit,
      now: () => wrong,
      random: (bytes) => new Uint8Array(bytes).fill(7),
      mode: () => ({ kind: "worker" }),
    });
    await door.run(theCase, openFamily, { name: "Familie" });
    expect(journal.entries()[0]).toMatchObject({ ...wrong, lamport: 1, n: 1 });
  });
});

describe("what people write", () => {
  const texts = [
    "x".repeat(10_000),
    "مرحبا، أنا أم نور — ٣٢ سنة",
    "Łódź, İstanbul, Київ, 東京, ქართული, ትግርኛ",
    "👩‍👧‍👦🏳️‍🌈 e\u0301 ≠ é, \u202Erechts\u202C, tab\t, regel\r\neinde ",
    " spaties blijven ",
    "'; DROP TABLE --  <script>alert(1)</script> {{naam}} __proto__ \\u0000",
    "\ud83d los half teken",
  ];

  test("is kept exactly, in any script, with emoji, up to any length that a person pastes", async () => {
    const family = await newCase();
    for (const text of texts) {
      const note = await family.create("note", noteDown, { [noteFields.text]: text });
      expect(valueAt(family.file(), note, noteFields.text)).toBe(text);
      const person = await family.person(text);
      expect(peopleOf(family.file()).find((one) => one.id === person)?.name).toBe(text);
    }
  });

  test("is refused with a reason where it is longer than one place can hold, and nothing is cut off", async () => {
    const family = await newCase();
    const before = family.journal.entries().length;
    const write = (text: string) =>
      family.door.run(theCase, noteDown, { values: { [noteFields.text]: text } });
    expect(await write("x".repeat(longestText + 1))).toEqual({ ok: false, refused: "tooLong" });
    expect(family.journal.entries()).toHaveLength(before);
    expect((await write("x".repeat(longestText))).ok).toBe(true);
  });

  test("a family without a name is asked for one", async () => {
    const journal = (await newCase()).door;
    expect(await journal.run(theCase, openFamily, { name: "  \t" })).toEqual({
      ok: false,
      refused: "nameNeeded",
    });
  });
});

describe("settling, removing, allowing", () => {
  test("two versions stay until they are settled, and settling replaces both, even by one of the two", async () => {
    const { family } = await atTheTable();
    const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
    const other = family.apart(youssef);
    await family.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "oma" } });
    await other.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "Loes" } });
    family.merge(other);
    expect(conflictsOf(family.file())).toHaveLength(1);
    const both = overAt(family.file(), goal, goalFields.sentence);
    expect(both).toHaveLength(2);
    const entry = await family.run(settle, { record: goal, field: goalFields.sentence, value: "Loes" });
    expect(entry?.ops[0]?.over).toEqual(both);
    expect(conflictsOf(family.file())).toEqual([]);
    family.merge(other);
    expect(valueAt(other.file(), goal, goalFields.sentence)).toBe("Loes");
    expect(conflictsOf(other.file())).toEqual([]);
  });

  test("a removed record is out of sight, and comes back when somebody had gone on writing in it", async () => {
    const { family } = await atTheTable();
    const goal = await family.create("goal", writeGoal, { [goalFields.sentence]: "een" });
    const other = family.apart(youssef);
    await family.run(removeRecord, { record: goal });
    expect(isAlive(family.file(), goal)).toBe(false);
    expect(recordsOf(family.file(), "goal")).toEqual([]);
    await other.run(writeGoal, { record: goal, values: { [goalFields.sentence]: "toch" } });
    family.merge(other);
    expect(isAlive(family.file(), goal)).toBe(true);
    expect(conflictsOf(family.file()).map(({ record }) => record)).toEqual([goal]);
  });

  test("a person says who may see the answers, and takes it back", async () => {
    const { family, elif, noor, visit } = await atTheTable();
    const key: RunKey = { instrument: "stoplight", about: noor, voice: noor, visit };
    family.setMode({ kind: "together", voice: noor });
    const colour = fields.choice("colours");
    await family.run(answerItem, { instrument: stoplight, key, item: colour, value: "orange" });
    const run = runId(theCase, key);
    const mother = { kind: "person", id: elif } as const;
    const sees = (): boolean => {
      const head = headAt(family.file(), run, colour);
      return head !== undefined && maySee(family.file(), run, head, mother);
    };
    expect(sees()).toBe(false);
    await family.run(allowSight, { records: [run], persons: { [elif]: true } });
    expect(sees()).toBe(true);
    await family.run(allowSight, { records: [run], persons: { [elif]: false } });
    expect(sees()).toBe(false);
  });
});

describe("visits and cards", () => {
  test("a visit that was never prepared is born when it begins, and one that was closed opens again", async () => {
    const family = await newCase();
    const visit = "visit-1" as RecordId;
    await family.run(beginVisit, { visit });
    expect(visitOf(family.file(), visit).phase).toBe("table");
    await family.run(finishVisit, { visit });
    expect(visitOf(family.file(), visit).phase).toBe("finished");
    await family.run(beginVisit, { visit });
    expect(visitOf(family.file(), visit).phase).toBe("table");
  });

  test("a tool that was looked at together stays lit", async () => {
    const { family, visit } = await atTheTable();
    await family.run(lightTool, { visit, instrument: "stoplight" });
    expect(valueAt(family.file(), visit, visitFields.lit("stoplight"))).toBe(true);
    expect(await family.run(lightTool, { visit, instrument: "stoplight" })).toBeUndefined();
  });

  test("a card moves to a column and a place in it, and two hands that move it make no conflict of the order", async () => {
    const { family } = await atTheTable();
    const lay = (text: string, order: number) =>
      family.create("card", layCard, {
        [cardFields.text]: text,
        [cardFields.column]: "worries",
        [cardFields.order]: order,
      });
    const [first] = [await lay("ruzie", 1), await lay("schulden", 2)];
    const other = family.apart(youssef);
    await family.run(moveCard, { card: first, column: "worries", order: 3 });
    await other.run(moveCard, { card: first, column: "worries", order: 9 });
    family.merge(other);
    expect(cardsOf(family.file()).map((card) => card.text)).toEqual(["schulden", "ruzie"]);
    expect(conflictsOf(family.file())).toEqual([]);
    expect(cardsOf(other.file())).toEqual(cardsOf(family.file()));
  });

  test("notes beside an answer stand in the run of that voice", async () => {
    const { family, elif, keyOf } = await atTheTable();
    const args = { key: keyOf(elif), field: fields.note("goal-score"), value: "zegt zij lachend" };
    expect(await family.door.run(theCase, annotate, args)).toEqual({ ok: false, refused: "otherVoice" });
    await family.run(annotate, args, { voice: elif });
    expect(valueAt(family.file(), runId(theCase, keyOf(elif)), fields.note("goal-score"))).toBe(
      "zegt zij lachend",
    );
    expect(valueAt(family.file(), familyRecord, fields.note("goal-score"))).toBeUndefined();
  });
});
