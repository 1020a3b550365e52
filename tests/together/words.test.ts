import { expect, test } from "vitest";
import type { RecordId } from "../../src/domain/ids.ts";
import type { Instrument } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createI18n, loadFamily } from "../../src/i18n/setUp.ts";
import { questionsOf } from "../../src/instrument/questions.ts";
import { rowQuestions } from "../../src/instrument/rowQuestions.ts";
import { familyWords } from "../../src/instrument/words.ts";
import { isQuestionTranslated } from "../../src/together/translated.ts";
import { fakeHost, toolOf } from "../instrument/fakeHost.ts";

const families = ["en", "ar", "tr", "pl", "uk"];

/** Every question of a tool, with those of a row that is told of. */
const asked = (instrument: Instrument, voice: "parent" | "child") =>
  questionsOf(instrument, voice, fakeHost(instrument, { voice }).host).flatMap((one) =>
    one.show === "rows" ? [one, ...rowQuestions(one, "row" as RecordId)] : [one],
  );

async function wordsOf(language: string) {
  const i18n = await createI18n({ language: "nl", namespaces: ["family", "familyTools"] });
  await loadFamily(i18n, language);
  return i18n;
}

test.each(families)("every question of every tool is wholly in %s", async (language) => {
  const i18n = await wordsOf(language);
  for (const instrument of instruments)
    for (const voice of ["parent", "child"] as const)
      for (const question of asked(instrument, voice))
        expect(
          isQuestionTranslated(i18n, language, instrument, question, voice),
          `${instrument.id} ${question.id} ${voice}`,
        ).toBe(true);
});

test("one word that a language lacks makes the question Dutch, and leaves the others as they are", async () => {
  const i18n = await wordsOf("tr");
  const stoplight = toolOf("stoplight");
  const [colours, ...others] = questionsOf(stoplight, "child", fakeHost(stoplight, { voice: "child" }).host);
  if (!colours) throw new Error("the stoplight asks for a colour");
  const words = i18n.getResourceBundle("tr", "familyTools");
  const { red: _, ...lacking } = words.stoplight;
  i18n.addResourceBundle("tr", "familyTools", { ...words, stoplight: lacking }, false, true);
  expect(isQuestionTranslated(i18n, "tr", stoplight, colours, "child")).toBe(false);
  for (const other of others) expect(isQuestionTranslated(i18n, "tr", stoplight, other, "child")).toBe(true);
});

test("the ends of a scale say which button they belong to", async () => {
  const i18n = await wordsOf("tr");
  const tool = toolOf("signs-of-safety");
  const item = { id: "safety-score-family" };
  for (const language of ["nl", "tr"]) {
    const needs = { language, voice: "parent", name: "Noor", worker: "Marit" } as const;
    const { low, high } = familyWords(i18n, tool, needs).ends(item);
    expect([low.slice(0, 3), high.slice(0, 4)]).toEqual(["0: ", "10: "]);
  }
});
