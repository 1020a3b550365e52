import { beforeAll, describe, expect, test } from "vitest";
import { glossary as instrument } from "../../src/domain/instruments/glossary.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { createGlossary, explainedIn, type Glossary, glossaryIn } from "../../src/instrument/glossary.ts";
import { QuestionControl } from "../../src/instrument/QuestionControl.tsx";
import { questionsOf } from "../../src/instrument/questions.ts";
import { SectionView } from "../../src/instrument/SectionView.tsx";
import { sectionsOf, textsOf } from "../../src/instrument/sections.ts";
import { familyWords, workerWords } from "../../src/instrument/words.ts";
import { wordsOf } from "../words.ts";
import { alone, drawn } from "./drawn.tsx";
import { fakeHost } from "./fakeHost.ts";

const namespaces = ["tools", "instruments", "family", "familyTools", "aspects"];

const inLanguage = async (language: string) => {
  const i18n = await createI18n({ language, namespaces });
  return { i18n, glossary: glossaryIn(i18n) };
};

const ids = (glossary: Glossary, text: string) => glossary.find(text).map(({ term }) => term.id);

describe("words of the method", () => {
  let nl: Glossary;
  let en: Glossary;
  beforeAll(async () => {
    nl = (await inLanguage("nl")).glossary;
    en = (await inLanguage("en")).glossary;
  });

  test("are known in one number and several, and at the beginning of a sentence", () => {
    expect(ids(nl, "Alarmsignalen, en een alarmsignaal apart")).toEqual(["alarm-signal"]);
    expect(ids(nl, "Is er een veiligheidsplan, of zijn er risicofactoren?")).toEqual([
      "safety-plan",
      "risk-factor",
    ]);
    expect(ids(en, "Risk factors and one escape plan")).toEqual(["risk-factor", "escape-plan"]);
  });

  test("are whole words: a part of another word is none", () => {
    expect(ids(nl, "Er zijn gevolgen; dat is een veroorzaakt oorzakelijk verband")).toEqual([]);
    expect(ids(en, "Because validation caused it")).toEqual([]);
  });

  test("are found by their longest form, and the organisation Veilig Thuis is not one of them", () => {
    expect(nl.find("draaglast en draagkracht").map(({ said }) => said)).toEqual(["draaglast en draagkracht"]);
    expect(ids(nl, "Gemeld bij Veilig Thuis")).toEqual([]);
    expect(ids(nl, "Leg uit wat een veilig thuis is")).toEqual(["home-safety"]);
  });

  test.each(["nl", "en"])(
    "have a name, an explanation and forms that find them, each in %s",
    async (language) => {
      const { glossary } = await inLanguage(language);
      const words = wordsOf(language);
      for (const { id } of instrument.groups.flatMap((group) => group.items)) {
        expect(words.get(`instruments.glossary.terms.${id}`), id).toBeTruthy();
        const forms = words.get(`instruments.glossary.forms.${id}`)?.split("|") ?? [];
        for (const form of forms) expect(ids(glossary, `Is dit ${form.trim()}?`), form).toEqual([id]);
      }
    },
  );

  test("are explained once in a section, and not where the title above has explained them", () => {
    const known = createGlossary(
      [{ term: { id: "flame", word: "Vlam", text: "Wat brandt" }, forms: ["vlam", "vlammen"] }],
      "nl",
    );
    const explained = explainedIn(known, ["Een vlam", "Twee vlammen"]);
    expect([...explained].map(([text, found]) => [text, found.length])).toEqual([
      ["Een vlam", 1],
      ["Twee vlammen", 0],
    ]);
    expect(explainedIn(known, ["Een vlam"], ["Vlammen"]).get("Een vlam")).toEqual([]);
  });
});

const tapped = /class="term term-/g;

test.each(["nl", "en"])(
  "every word of the method that a tool's section says can be tapped there once, in %s",
  async (language) => {
    const { i18n, glossary } = await inLanguage(language);
    let all = 0;
    for (const one of instruments) {
      const words = workerWords(i18n, one);
      for (const section of sectionsOf(one, ["worker", "parent", "child"])) {
        // Rows and the map are drawn from what stands in them; a test of the browser taps those.
        if (section.groups.some((group) => group.rows || group.kind === "card-derived")) continue;
        const examples = section.groups.filter((group) => group.kind === "example");
        const shown = textsOf(
          { ...section, groups: section.groups.filter((g) => !examples.includes(g)) },
          words,
        );
        const said = new Set(shown.flatMap((text) => ids(glossary, text)));
        if (said.size === 0) continue;
        const { host } = fakeHost(one, {
          values: { "goal-score": 4, "safety-score-family": 4, "progress-score-family": 4 },
        });
        const html = drawn(i18n, <SectionView host={host} words={words} size="tap" section={section} />);
        expect(html.match(tapped) ?? [], `${one.id} ${section.id}`).toHaveLength(said.size);
        all += said.size;
      }
    }
    expect(all).toBeGreaterThan(8);
  },
);

test("no word is explained on a family's screen", async () => {
  const { i18n } = await inLanguage("nl");
  for (const one of instruments) {
    for (const voice of ["parent", "child"] as const) {
      if (!one.voices.includes(voice)) continue;
      const words = familyWords(i18n, one, { language: "nl", voice, name: "Noor", worker: "Marit" });
      const { host } = fakeHost(one, { voice });
      for (const question of questionsOf(one, voice, host)) {
        if (question.show === "read") continue;
        const html = drawn(
          i18n,
          <QuestionControl {...alone} question={question} host={host} words={words} />,
        );
        expect(html, `${one.id} ${question.id}`).not.toMatch(/class="term/);
      }
    }
  }
});
