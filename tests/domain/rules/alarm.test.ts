import { expect, test } from "vitest";
import { familyCardOf } from "../../../src/domain/familyCard.ts";
import { fields } from "../../../src/domain/instrument.ts";
import { alarmSignals } from "../../../src/domain/instruments/alarmSignals.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { alarmsOf, decisionFields, hasOpenDecision, unknownAlarmsOf } from "../../../src/domain/safety.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items } from "./found.ts";

const reasoned = {
  [decisionFields.option]: "no-immediate-action",
  [decisionFields.grounds]: "Oma is er, de arts kijkt om 18:30.",
  [decisionFields.limits]: "Hoe het is gebeurd.",
  [decisionFields.furtherAssessment]: "Morgen met school.",
  [decisionFields.reviewDate]: "2026-11-27",
};

async function withNoor() {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const sem = await family.person("Sem", ["child"]);
  const visit = await family.visit();
  return { family, noor, sem, visit };
}

test("R-alarm-consider-action: a signal answered yes keeps the list open until a decision has its reasons", async () => {
  const { family, noor, visit } = await withNoor();
  const list = await family.answer("alarm-signals", { about: noor, visit }, { "shaken-baby": "no" });
  expect(found("R-alarm-consider-action", family.context(list))).toEqual([]);
  await family.answer("alarm-signals", { about: noor, visit }, { "injury-not-accidental": "yes" });
  expect(items("R-alarm-consider-action", family.context(list))).toEqual(["injury-not-accidental"]);
  expect(blocksCompletion(family.context(list))).toHaveLength(1);
  expect(familyCardOf(family.file()).openDecision).toBe(true);

  const at = { about: noor, visit, occasion: "1" };
  await family.answer("immediate-action-decision", at, { [decisionFields.decidedAt]: "2026-11-26T16:52" });
  expect(items("R-alarm-consider-action", family.context(list))).toEqual(["injury-not-accidental"]);
  await family.answer("immediate-action-decision", at, reasoned);
  expect(found("R-alarm-consider-action", family.context(list))).toEqual([]);
  expect(hasOpenDecision(family.file())).toBe(false);
});

test("R-alarm-consider-action: an older decision, or one about another child, answers no new signal", async () => {
  const { family, noor, sem, visit } = await withNoor();
  const before = await family.visit();
  await family.answer("immediate-action-decision", { about: noor, visit: before }, reasoned);
  const list = await family.answer("alarm-signals", { about: noor, visit }, { "parent-unavailable": "yes" });
  await family.answer("immediate-action-decision", { about: sem, visit }, reasoned);
  expect(items("R-alarm-consider-action", family.context(list))).toEqual(["parent-unavailable"]);
  expect(hasOpenDecision(family.file())).toBe(true);
  const after = await family.visit();
  await family.answer("immediate-action-decision", { about: noor, visit: after }, reasoned);
  expect(found("R-alarm-consider-action", family.context(list))).toEqual([]);
});

test("R-alarm-consider-action: a line under anders counts, unknown and an unsaid answer do not", async () => {
  const { family, noor, visit } = await withNoor();
  const line = fields.other("child", "l1");
  const list = await family.answer(
    "alarm-signals",
    { about: noor, visit },
    {
      "earlier-child-death": "unknown",
      "shaken-baby": { unsaid: "dontKnow" },
      "child/nothingElse": true,
    },
  );
  expect(found("R-alarm-consider-action", family.context(list))).toEqual([]);
  await family.answer("alarm-signals", { about: noor, visit }, { [line]: "Slaapt in de auto" });
  expect(items("R-alarm-consider-action", family.context(list))).toEqual([line]);
  await family.answer("alarm-signals", { about: noor, visit }, { [line]: null });
  expect(found("R-alarm-consider-action", family.context(list))).toEqual([]);
});

test("R-alarm-consider-action: of two versions the worrying one counts until they are settled", async () => {
  const { family, noor, visit } = await withNoor();
  const list = await family.answer("alarm-signals", { about: noor, visit }, { "shaken-baby": "unknown" });
  const other = family.apart();
  await family.answer("alarm-signals", { about: noor, visit }, { "shaken-baby": "no" });
  await other.answer("alarm-signals", { about: noor, visit }, { "shaken-baby": "yes" });
  family.merge(other);
  expect(items("R-alarm-consider-action", family.context(list))).toEqual(["shaken-baby"]);
});

test("alarm signals are those of the instrument: every one of its items counts, and no second list", async () => {
  const { family, noor, visit } = await withNoor();
  const all = alarmSignals.groups.flatMap((group) => group.items.map((item) => item.id));
  await family.answer(
    "alarm-signals",
    { about: noor, visit },
    Object.fromEntries(all.map((id) => [id, "yes"])),
  );
  expect(alarmsOf(family.file()).map((alarm) => alarm.item)).toEqual(all);
  expect(all).toHaveLength(19);
});

test("R-alarm-unknown-follow-up: an unknown stays in view until somebody has found out, in whichever visit", async () => {
  const { family, noor, sem, visit } = await withNoor();
  const list = await family.answer("alarm-signals", { about: noor, visit }, { "earlier-child-death": "no" });
  expect(found("R-alarm-unknown-follow-up", family.context(list))).toEqual([]);
  await family.answer("alarm-signals", { about: noor, visit }, { "earlier-child-death": "unknown" });
  expect(items("R-alarm-unknown-follow-up", family.context(list))).toEqual(["earlier-child-death"]);
  const later = await family.visit();
  await family.answer("alarm-signals", { about: sem, visit: later }, { "earlier-child-death": "no" });
  expect(unknownAlarmsOf(family.file())).toHaveLength(1);
  await family.answer("alarm-signals", { about: noor, visit: later }, { "earlier-child-death": "no" });
  expect(found("R-alarm-unknown-follow-up", family.context(list))).toEqual([]);
  expect(unknownAlarmsOf(family.file())).toEqual([]);
});

test("R-decision-is-reasoned: a decision either way needs its grounds, an empty form does not", async () => {
  const { family, noor, visit } = await withNoor();
  for (const [occasion, option] of [
    ["1", "no-immediate-action"],
    ["2", "place-child-elsewhere"],
  ] as const) {
    const at = { about: noor, visit, occasion };
    const run = await family.answer("immediate-action-decision", at, {
      "kind-and-seriousness": "blauwe plek",
    });
    expect(found("R-decision-is-reasoned", family.context(run))).toEqual([]);
    await family.answer("immediate-action-decision", at, { [decisionFields.option]: option });
    expect(items("R-decision-is-reasoned", family.context(run))).toEqual(["grounds"]);
    await family.answer("immediate-action-decision", at, { grounds: "Iedereen kan dit volgen." });
    expect(found("R-decision-is-reasoned", family.context(run))).toEqual([]);
  }
});

test("R-continue-assessment: an urgent decision says how the assessment goes on", async () => {
  const { family, noor, visit } = await withNoor();
  const at = { about: noor, visit };
  const run = await family.answer("immediate-action-decision", at, { [decisionFields.decidedAt]: "16:52" });
  expect(items("R-continue-assessment", family.context(run))).toEqual(["further-assessment"]);
  await family.answer("immediate-action-decision", at, { "further-assessment": "Morgen met school." });
  expect(found("R-continue-assessment", family.context(run))).toEqual([]);
});

test("R-safe-place-now: a child in a safe place with a responsible adult asks for a date of review", async () => {
  const { family, noor, visit } = await withNoor();
  const at = { about: noor, visit };
  const run = await family.answer("immediate-action-decision", at, { "child-in-safe-place-now": "yes" });
  expect(found("R-safe-place-now", family.context(run))).toEqual([]);
  await family.answer("immediate-action-decision", at, { "responsible-adult-now": "yes" });
  expect(items("R-safe-place-now", family.context(run))).toEqual(["review-date"]);
  await family.answer("immediate-action-decision", at, { "review-date": "2026-11-27" });
  expect(found("R-safe-place-now", family.context(run))).toEqual([]);
});

test("R-limited-information-suffices and R-scope-limits show their text when the case asks for it", async () => {
  const { family, noor, visit } = await withNoor();
  const list = await family.answer("alarm-signals", { about: noor, visit }, { "shaken-baby": "no" });
  expect(found("R-limited-information-suffices", family.context(list))).toEqual([]);
  expect(found("R-scope-limits", { ...family.context() })).toEqual([]);
  await family.answer("alarm-signals", { about: noor, visit }, { "serious-sexual-abuse-indications": "yes" });
  expect(found("R-limited-information-suffices", family.context(list))).toHaveLength(1);
  expect(found("R-scope-limits", family.context())).toHaveLength(1);
});
