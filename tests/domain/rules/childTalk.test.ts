import { expect, test } from "vitest";
import { noteChildTalk } from "../../../src/commands/childTalk.ts";
import { planVisit } from "../../../src/commands/visit.ts";
import { childTalkFields, hasWorriesAbout, mayStartChildTalk } from "../../../src/domain/childTalk.ts";
import { personOf } from "../../../src/domain/people.ts";
import { blocksCompletion } from "../../../src/domain/rules/list.ts";
import { visitFields } from "../../../src/domain/visit.ts";
import { newCase } from "../caseBuilder.ts";
import { found, items, people } from "./found.ts";

const prep = "conversation-preparation";
const guide = "child-conversation-steps";
const choice = "child-conversation-decision";

async function withNoor() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const noor = await family.person("Noor", ["child"], { "birth-date": "2019-05-04" });
  const anouk = await family.person("juf Anouk", ["teacher"]);
  const visit = await family.visit();
  return { family, elif, noor, anouk, visit, at: { about: noor, visit } };
}

test("R-aftercare-before-child-talk: a planned talk waits for somebody who is there for the child afterwards", async () => {
  const { family, noor, anouk, visit, at } = await withNoor();
  const decision = await family.answer(choice, at, { talk: "not-now" });
  expect(found("R-aftercare-before-child-talk", family.context(decision))).toEqual([]);
  await family.answer(choice, at, { talk: "talk" });
  expect(people("R-aftercare-before-child-talk", family.context(decision))).toEqual([noor]);
  expect(found("R-aftercare-before-child-talk", family.context(decision))[0]?.level).toBe("block");
  expect(mayStartChildTalk(family.file(), noor, visit)).toBe(false);
  await family.answer(prep, { visit }, { "aftercare-person": anouk });
  expect(found("R-aftercare-before-child-talk", family.context(decision))).toEqual([]);
  expect(mayStartChildTalk(family.file(), noor, visit)).toBe(true);
});

test("R-aftercare-before-child-talk: what was arranged for another visit, or left open, arranges nothing", async () => {
  const { family, noor, anouk, visit, at } = await withNoor();
  const before = await family.visit();
  await family.answer(prep, { visit: before }, { "aftercare-person": anouk });
  await family.answer(guide, at, { aftercare: "  " });
  expect(mayStartChildTalk(family.file(), noor, visit)).toBe(false);
  const run = await family.answer(guide, at, { aftercare: "juf Anouk" });
  expect(found("R-aftercare-before-child-talk", family.context(run))).toEqual([]);
});

test("R-aftercare-before-child-talk: a child that begins to tell by itself is never held up", async () => {
  const { family, noor, visit, at } = await withNoor();
  const run = await family.answer(guide, at, { "home-situation": "papa pakte me hard vast" });
  expect(people("R-aftercare-before-child-talk", family.context(run))).toEqual([noor]);
  await family.run(
    noteChildTalk,
    { values: { [childTalkFields.about]: noor, [childTalkFields.said]: "Papa pakte me hard vast." } },
    { visit },
  );
  expect(found("R-aftercare-before-child-talk", family.context(run))).toEqual([]);
  expect(found("R-trained-for-child-talk", family.context(run))).toEqual([]);
  expect(mayStartChildTalk(family.file(), noor, visit)).toBe(true);
  const next = await family.visit();
  expect(mayStartChildTalk(family.file(), noor, next)).toBe(false);
});

test("R-aftercare-before-child-talk: a child that is at home during a visit is not yet talked with", async () => {
  const { family, noor, visit } = await withNoor();
  await family.run(planVisit, { record: visit, values: { [visitFields.with(noor)]: true } });
  const run = await family.answer(prep, { visit }, { where: "thuis" });
  expect(found("R-aftercare-before-child-talk", family.context(run))).toEqual([]);
  await family.answer(prep, { visit }, { "conversation-with": [noor] });
  expect(people("R-aftercare-before-child-talk", family.context(run))).toEqual([noor]);
});

test("who is with the child afterwards is warned about where there are worries about that person", async () => {
  const { family, elif, anouk } = await withNoor();
  expect(hasWorriesAbout(personOf(family.file(), elif))).toBe(true);
  expect(hasWorriesAbout(personOf(family.file(), anouk))).toBe(false);
});

test("R-talk-unless: not talking with a child needs its reasons, talking needs none", async () => {
  const { family, noor, at } = await withNoor();
  const run = await family.answer(choice, at, { talk: "with-trusted-adult" });
  expect(found("R-talk-unless", family.context(run))).toEqual([]);
  await family.answer(choice, at, { talk: "not-now" });
  expect(people("R-talk-unless", family.context(run))).toEqual([noor]);
  expect(items("R-talk-unless", family.context(run))).toEqual(["why-not"]);
  await family.answer(choice, at, { "why-not": "Noor is ziek, volgende week." });
  expect(found("R-talk-unless", family.context(run))).toEqual([]);
});

test("R-trained-for-child-talk: shown with every talk that is planned or begun, and with none that is not", async () => {
  const { family, noor, at } = await withNoor();
  const run = await family.answer(choice, at, { "trusted-adult": "oma" });
  expect(found("R-trained-for-child-talk", family.context(run))).toEqual([]);
  await family.answer(choice, at, { talk: "talk" });
  expect(people("R-trained-for-child-talk", family.context(run))).toEqual([noor]);
  expect(found("R-trained-for-child-talk", family.context(run))[0]?.level).toBe("warn");
});

test("R-child-decides-passed-on: a talk is closed with what the child and the worker tell the parents", async () => {
  const { family, at } = await withNoor();
  const run = await family.answer(guide, at, { "home-situation": true, aftercare: "juf Anouk" });
  expect(items("R-child-decides-passed-on", family.context(run))).toEqual(["closing-and-what-is-told"]);
  expect(blocksCompletion(family.context(run)).map((finding) => finding.rule)).toContain(
    "R-child-decides-passed-on",
  );
  await family.answer(guide, at, { "closing-and-what-is-told": "Noor vertelt het mama zelf." });
  expect(found("R-child-decides-passed-on", family.context(run))).toEqual([]);
});

test("R-child-decides-passed-on: a record with a child's words says what may be told, one without need not", async () => {
  const { family, visit } = await withNoor();
  const run = await family.answer("conversation-record", { visit }, { "said-by-parent": "Het gaat beter." });
  expect(found("R-child-decides-passed-on", family.context(run))).toEqual([]);
  await family.answer("conversation-record", { visit }, { "said-by-child": "Ik ben bang." });
  expect(items("R-child-decides-passed-on", family.context(run))).toEqual(["share-limits"]);
  await family.run(planVisit, {
    record: visit,
    values: { [visitFields.childWantsTold]: "Mama mag het weten" },
  });
  expect(found("R-child-decides-passed-on", family.context(run))).toEqual([]);
});

test("R-toddler-trusted-adult and R-parents-not-present hint at who is beside the child", async () => {
  const { family, elif, noor, visit, at } = await withNoor();
  const sem = await family.person("Sem", ["child"], { "birth-date": "2023-02-01" });
  const small = await family.answer(choice, { about: sem, visit }, { talk: "talk" });
  const big = await family.answer(choice, at, { talk: "talk" });
  expect(people("R-toddler-trusted-adult", family.context(small))).toEqual([sem]);
  expect(found("R-toddler-trusted-adult", family.context(big))).toEqual([]);
  await family.answer(choice, { about: sem, visit }, { "trusted-adult": noor });
  expect(found("R-toddler-trusted-adult", family.context(small))).toEqual([]);
  expect(found("R-parents-not-present", family.context(big))).toEqual([]);
  await family.run(planVisit, { record: visit, values: { [visitFields.with(elif)]: true } });
  expect(people("R-parents-not-present", family.context(big))).toEqual([elif]);
});
