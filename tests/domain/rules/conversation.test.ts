import { describe, expect, test } from "vitest";
import { noteDown, writeMoment } from "../../../src/commands/plan.ts";
import { planVisit } from "../../../src/commands/visit.ts";
import { fields } from "../../../src/domain/instrument.ts";
import { personFields } from "../../../src/domain/people.ts";
import { noteFields } from "../../../src/domain/plan.ts";
import { isFamilyInterpreter } from "../../../src/domain/rules/conversation.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { visitFields } from "../../../src/domain/visit.ts";
import { newCase, youssef } from "../caseBuilder.ts";
import { found, items, people } from "./found.ts";

const prep = "conversation-preparation";

async function prepared() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const noor = await family.person("Noor", ["child"], { "birth-date": "2019-05-04" });
  const visit = await family.visit({}, { begun: false });
  const run = await family.answer(prep, { visit }, {});
  return { family, elif, noor, visit, run, at: { visit } };
}

test("R-worker-safety: possible aggression asks for two workers, a large risk for the office", async () => {
  const { family, run, at } = await prepared();
  await family.answer(prep, at, { "aggression-possible": "no", location: "home" });
  expect(found("R-worker-safety", family.context(run))).toEqual([]);
  await family.answer(prep, at, { "aggression-possible": "yes" });
  expect(items("R-worker-safety", family.context(run))).toEqual(["aggression-possible"]);
  await family.answer(prep, at, { "second-worker": "Youssef" });
  expect(found("R-worker-safety", family.context(run))).toEqual([]);
  await family.answer(prep, at, { "large-risk-office": "yes" });
  expect(items("R-worker-safety", family.context(run))).toEqual(["large-risk-office"]);
  await family.answer(prep, at, { location: "office" });
  expect(found("R-worker-safety", family.context(run))).toEqual([]);
});

test("R-after-conversation-safe: a preparation says how the family is left behind, and how safe that is", async () => {
  const { family, run, at } = await prepared();
  await family.answer(prep, at, { where: "thuis" });
  expect(items("R-after-conversation-safe", family.context(run))).toEqual([
    "family-left-behind",
    "safety-after-talk",
  ]);
  await family.answer(prep, at, { "family-left-behind": "samen", "safety-after-talk": "oma blijft" });
  expect(found("R-after-conversation-safe", family.context(run))).toEqual([]);
});

describe("an interpreter", () => {
  test("R-interpreter-not-family: a child, partner or relative is warned about, by name, by record or by word", async () => {
    const { family, run, at, noor } = await prepared();
    const bram = await family.person("Bram", ["partner"]);
    const sevim = await family.person("Sevim", ["relative"]);
    const loes = await family.person("Loes", ["network-person"]);
    const isWarned = async (words: string) => {
      await family.answer(prep, at, { interpreter: words });
      return found("R-interpreter-not-family", family.context(run)).length > 0;
    };
    for (const words of [bram, sevim, noor, "Bram vertaalt", "oma", "haar zoontje", "her daughter", "NOOR"]) {
      expect(await isWarned(words), words).toBe(true);
    }
    for (const words of [
      "Tolkencentrum, telefoon",
      loes,
      "mevrouw Bramsen",
      "Kinderman Tolken",
      "a professional",
    ]) {
      expect(await isWarned(words), words).toBe(false);
    }
  });

  test("R-interpreter-not-family: also where it stands with the person, in the case as a whole", async () => {
    const { family, elif } = await prepared();
    expect(found("R-interpreter-not-family", family.context())).toEqual([]);
    const aunt = await family.person("Ayşe", ["relative"], { [personFields.interpreter]: "Elif" });
    expect(people("R-interpreter-not-family", family.context())).toEqual([aunt]);
    expect(isFamilyInterpreter(family.file(), elif)).toBe(true);
    expect(isFamilyInterpreter(family.file(), "")).toBe(false);
  });
});

test("R-fact-or-view: what was said or seen needs when and where, and every note its mark", async () => {
  const { family, visit, at } = await prepared();
  const run = await family.answer("conversation-record", at, { "next-steps-explained": "ja" });
  expect(found("R-fact-or-view", family.context(run))).toEqual([]);
  await family.answer("conversation-record", at, { observed: "De tafel was gedekt." });
  expect(items("R-fact-or-view", family.context(run))).toEqual(["date-place-present"]);
  await family.answer("conversation-record", at, { "date-place-present": "26 nov, keuken, Elif" });
  expect(found("R-fact-or-view", family.context(run))).toEqual([]);
  const note = await family.create("note", noteDown, { [noteFields.text]: "Noor was stil" }, { visit });
  const elsewhere = await family.create("note", noteDown, { [noteFields.text]: "van een ander bezoek" });
  expect(people("R-fact-or-view", family.context(run))).toEqual([note]);
  expect(people("R-fact-or-view", family.context())).toEqual([note, elsewhere]);
  await family.run(noteDown, { record: note, values: { [noteFields.mark]: "seen" } });
  expect(found("R-fact-or-view", family.context(run))).toEqual([]);
});

test("R-no-endangering-information: a sheet that stays behind asks who can find it, nothing left asks nothing", async () => {
  const { family, visit, at } = await prepared();
  const run = await family.answer("conversation-record", at, { observed: "x" });
  expect(found("R-no-endangering-information", family.context(run))).toEqual([]);
  await family.run(planVisit, { record: visit, values: { [visitFields.leavesBehind]: "nothing" } });
  expect(found("R-no-endangering-information", family.context(run))).toEqual([]);
  await family.run(planVisit, { record: visit, values: { [visitFields.leavesBehind]: "sheet" } });
  expect(people("R-no-endangering-information", family.context(run))).toEqual([visit]);
});

test("R-parents-first and R-permission-for-child speak when a talk with a child is prepared, not when it is at home", async () => {
  const { family, noor, run, visit, at } = await prepared();
  await family.run(planVisit, { record: visit, values: { [visitFields.with(noor)]: true } });
  expect(found("R-parents-first", family.context(run))).toEqual([]);
  await family.answer(prep, at, { "conversation-with": [noor] });
  expect(items("R-parents-first", family.context(run))).toEqual(["parents-first"]);
  expect(items("R-permission-for-child", family.context(run))).toEqual(["parents-permission"]);
  await family.answer(prep, at, {
    [fields.choice("order")]: "parents-first",
    "parents-permission": "refused",
  });
  expect(found("R-parents-first", family.context(run))).toEqual([]);
  expect(found("R-permission-for-child", family.context(run))).toEqual([]);
});

test("R-conversation-steps-complete: steps that were left are listed, and nothing is held up", async () => {
  const { family, at } = await prepared();
  const run = await family.answer("parent-conversation-steps", at, {
    "discuss-aim": true,
    "name-concerns": false,
  });
  expect(items("R-conversation-steps-complete", family.context(run))).toEqual([
    "name-concerns",
    "let-parents-react",
    "causes-according-to-parents",
    "express-concern-with-knowledge",
    "expectations-and-responsibility",
    "close-with-agreements",
  ]);
  expect(blocksCompletion(family.context(run))).toEqual([]);
});

test("R-prepare-conversation, R-interpreter-and-literacy and R-culture-advice offer help in time", async () => {
  const family = await newCase();
  await family.person("Elif", ["parent-concern"], { [personFields.language]: "tr" });
  const visit = await family.visit();
  expect(people("R-prepare-conversation", family.context())).toEqual([visit]);
  const run = await family.answer(prep, { visit }, { where: "thuis" });
  expect(found("R-prepare-conversation", family.context(run))).toEqual([]);
  expect(items("R-interpreter-and-literacy", family.context(run))).toEqual([
    "interpreter-needed",
    "can-everyone-read",
  ]);
  expect(items("R-culture-advice", family.context(run))).toEqual(["culture-advice"]);
});

test("rules read a case that two workers write in, whoever of them looks", async () => {
  const { family, at, run } = await prepared();
  await family.as(youssef).answer(prep, { ...at, voice: run.voice }, { "aggression-possible": "yes" });
  expect(found("R-worker-safety", family.context(run))).toHaveLength(1);
  await family.create("moment", writeMoment, { strength: 4 });
  expect(found("R-worker-safety", family.context())).toHaveLength(1);
});
