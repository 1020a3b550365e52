import { describe, expect, test } from "vitest";
import { noteDown } from "../../../src/commands/plan.ts";
import { fields } from "../../../src/domain/instrument.ts";
import { noteFields } from "../../../src/domain/plan.ts";
import { diagnosisIn } from "../../../src/domain/rules/diagnosis.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items } from "./found.ts";

describe("R-no-diagnosis: words", () => {
  test.each([
    ["moeder is borderline", "borderline"],
    ["heeft ADHD denk ik", "ADHD"],
    ["een angststoornis", "angststoornis"],
    ["vader is verslaafd aan gokken", "verslaafd"],
    ["Vader is alcoholist.", "alcoholist"],
    ["kind met autisme", "autisme"],
    ["mother has a personality disorder", "personality disorder"],
    ["PTSD after the war", "PTSD"],
    ["verstandelijk beperkt", "verstandelijk beperkt"],
  ])("%s names a diagnosis", (text, word) => expect(diagnosisIn(text)).toBe(word));

  test.each([
    "Elif was moe en huilde. Er stonden zes lege flessen.",
    "somber en stil, slaapt weinig, drinkt elke avond",
    "add some water, an odd thing, in het gras as",
    "Noor schrikt snel en is erg druk",
    "he is depressed and tired",
    "de lijn loopt langs de border line",
  ])("%s is what was seen", (text) => expect(diagnosisIn(text)).toBeUndefined());
});

test("R-no-diagnosis: a note beside a signal asks for what was seen, until an expert is named with a date", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const at = { about: noor };
  const run = await family.answer("parenting-signals", at, {
    [fields.note("stability-addiction")]: "Drie lege flessen op het aanrecht.",
  });
  expect(found("R-no-diagnosis", family.context(run))).toEqual([]);
  await family.answer("parenting-signals", at, {
    [fields.note("stability-addiction")]: "Vader is alcoholist.",
  });
  expect(found("R-no-diagnosis", family.context(run))[0]).toMatchObject({
    level: "warn",
    items: ["stability-addiction"],
    values: { word: "alcoholist" },
  });
  await family.answer("parenting-signals", at, {
    [fields.aspect("stability-addiction", "expert")]: "dr. Jansen",
  });
  expect(found("R-no-diagnosis", family.context(run))).toHaveLength(1);
  await family.answer("parenting-signals", at, {
    [fields.aspect("stability-addiction", "expert-date")]: "2026-03",
  });
  expect(found("R-no-diagnosis", family.context(run))).toEqual([]);
});

test("R-no-diagnosis: a yes without an expert is called signals of, on alarms and child signals too", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const alarms = await family.answer(
    "alarm-signals",
    { about: noor, visit },
    { "severe-intellectual-disability": "unknown" },
  );
  expect(found("R-no-diagnosis", family.context(alarms))).toEqual([]);
  await family.answer("alarm-signals", { about: noor, visit }, { "severe-intellectual-disability": "yes" });
  expect(items("R-no-diagnosis", family.context(alarms))).toEqual(["severe-intellectual-disability"]);
  const child = await family.answer(
    "child-signals",
    { about: noor },
    { "cognition-language-disorder": "yes" },
  );
  expect(items("R-no-diagnosis", family.context(child))).toEqual(["cognition-language-disorder"]);
});

test("R-no-diagnosis: what people say of themselves, and what a worker quotes, is theirs to say", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const own = await family.answer(
    "stress-sources",
    { about: elif, voice: elif },
    {
      [fields.note("parent-mental-state")]: "Ik heb ADHD",
    },
  );
  expect(found("R-no-diagnosis", family.context())).toEqual([]);
  expect(found("R-no-diagnosis", family.context(own))).toEqual([]);
  await family.run(noteDown, {
    values: { [noteFields.text]: "Bram is borderline", [noteFields.saidBy]: elif },
  });
  expect(found("R-no-diagnosis", family.context())).toEqual([]);
  await family.run(noteDown, {
    values: { [noteFields.text]: "Bram is borderline", [noteFields.mark]: "said" },
  });
  expect(found("R-no-diagnosis", family.context())).toEqual([]);
  await family.run(noteDown, { values: { [noteFields.text]: "Bram is borderline" } });
  expect(found("R-no-diagnosis", family.context())[0]?.values).toEqual({ word: "borderline" });
});
