import { expect, test } from "vitest";
import type { RecordId } from "../../src/domain/ids.ts";
import type { GroupKind } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import type { RunHost } from "../../src/instrument/host.ts";
import { ItemControl, itemViews } from "../../src/instrument/ItemControl.tsx";
import { runPlace } from "../../src/instrument/place.ts";
import { QuestionControl } from "../../src/instrument/QuestionControl.tsx";
import { questionsOf } from "../../src/instrument/questions.ts";
import { rowQuestions } from "../../src/instrument/rowQuestions.ts";
import { SectionView } from "../../src/instrument/SectionView.tsx";
import { sectionsOf } from "../../src/instrument/sections.ts";
import { familyWords, type ToolWords, workerWords } from "../../src/instrument/words.ts";
import { alone, drawn } from "./drawn.tsx";
import { fakeHost, toolOf } from "./fakeHost.ts";

const namespaces = ["tools", "instruments", "family", "familyTools", "aspects", "warnings", "rules"];

const kinds = new Set<GroupKind>(instruments.flatMap((one) => one.groups.map((group) => group.kind)));

test("every kind of group that an instrument has, has a view", () => {
  for (const kind of kinds) expect(itemViews[kind], kind).toBeTypeOf("function");
});

test.each(["nl", "en"])(
  "every section of every instrument draws itself for a worker, in %s",
  async (language) => {
    const i18n = await createI18n({ language, namespaces });
    for (const instrument of instruments) {
      const words = workerWords(i18n, instrument);
      const voices = [...instrument.voices, "worker"] as const;
      for (const voice of new Set(voices)) {
        const { host } = fakeHost(instrument, { voice, values: yesTo(instrument.id) });
        for (const section of sectionsOf(instrument, [voice, "worker"])) {
          const html = drawn(i18n, <SectionView host={host} words={words} size="tap" section={section} />);
          expect(html.length, `${instrument.id} ${section.id}`).toBeGreaterThan(20);
        }
      }
    }
  },
);

/** A yes opens the further questions of an item. */
const yesTo = (id: string) =>
  id === "child-signals" ? { "health-hungry": "yes", "emotion-tired": "unknown" } : {};

test("every question of every family tool draws itself", async () => {
  const i18n = await createI18n({ language: "nl", namespaces });
  for (const instrument of instruments) {
    for (const voice of ["parent", "child"] as const) {
      if (!instrument.voices.includes(voice)) continue;
      const words = familyWords(i18n, instrument, { language: "nl", voice, name: "Noor", worker: "Marit" });
      const { host } = fakeHost(instrument, {
        voice,
        values: { temperature: 5, "goal-score": 4, "safety-score-family": 4, "parent-health": "yes" },
      });
      const all = questionsOf(instrument, voice, host).flatMap((one) =>
        one.show === "rows" ? [one, ...rowQuestions(one, "row-0" as RecordId)] : [one],
      );
      for (const question of all) {
        if (question.show === "read") continue;
        const html = drawn(
          i18n,
          <QuestionControl {...alone} question={question} host={host} words={words} />,
        );
        expect(html.length, `${instrument.id} ${question.id}`).toBeGreaterThan(20);
      }
    }
  }
});

test("a family's question offers answers of its own, a worker's only onbekend", async () => {
  const i18n = await createI18n({ language: "nl", namespaces });
  const instrument = instruments.find((one) => one.id === "signs-of-safety");
  if (!instrument) throw new Error("no map");
  const words = familyWords(i18n, instrument, {
    language: "nl",
    voice: "child",
    name: "Noor",
    worker: "Marit",
  });
  const { host } = fakeHost(instrument, { voice: "child" });
  const question = questionsOf(instrument, "child", host).find((one) => one.id === "safety-score-family");
  if (!question) throw new Error("no question");
  const html = drawn(i18n, <QuestionControl {...alone} question={question} host={host} words={words} />);
  expect(html).toContain("Weet ik niet");
  expect(html).toContain("Zeg ik liever niet");
  expect(html).not.toContain("Onbekend");
});

test("with the children stays an adult who is not the one that goes away, and only a worker reads of worries", async () => {
  const i18n = await createI18n({ language: "nl", namespaces });
  const instrument = toolOf("thermometer");
  const level = { "first-aid-actions/4": "naar buiten", temperature: 4, "point-of-no-return": 7 };
  const given = {
    voice: "parent",
    values: { ...level, "with-children/4": ["bram", "buurvrouw Loes"] },
  } as const;
  const people = [
    { id: "noor" as RecordId, name: "Noor", isChild: true },
    { id: "elif" as RecordId, name: "Elif", isChild: false },
    { id: "bram" as RecordId, name: "Bram", isChild: false },
  ];
  const base = { ...fakeHost(instrument, given).host, people };
  const host = { ...base, key: { ...base.key, about: "elif" as RecordId } };
  const family = familyWords(i18n, instrument, {
    language: "nl",
    voice: "parent",
    name: "Noor",
    worker: "Marit",
  });
  const question = questionsOf(instrument, "parent", host).find(({ id }) => id === "with-children/4");
  if (!question) throw new Error("it is not asked");
  const onTheirs = drawn(i18n, <QuestionControl {...alone} question={question} host={host} words={family} />);
  for (const name of ["Bram", "buurvrouw Loes", "Iemand anders"]) expect(onTheirs).toContain(name);
  for (const name of ["Noor", "Elif"]) expect(onTheirs).not.toContain(name);

  const knowing = { ...host, people: people.map((one) => ({ ...one, hasWorries: one.name === "Bram" })) };
  const place = runPlace(knowing, "with-children/4");
  const { item, group } = question;
  if (!item) throw new Error("an item is asked");
  const draw = (words: ToolWords, named: RunHost) =>
    drawn(i18n, <ItemControl {...{ item, group, words }} host={named} size="tap" place={place} />);
  expect(draw(workerWords(i18n, instrument), knowing)).toContain("Er zijn zorgen over Bram.");
  expect(draw(workerWords(i18n, instrument), host)).not.toContain("Er zijn zorgen");
});

test("on a person's own screen the card that was laid last stands nearest to where one writes", async () => {
  const i18n = await createI18n({ language: "nl", namespaces });
  const instrument = toolOf("signs-of-safety");
  const words = familyWords(i18n, instrument, {
    language: "nl",
    voice: "parent",
    name: "Noor",
    worker: "Marit",
  });
  const question = questionsOf(instrument, "parent", fakeHost(instrument, { voice: "parent" }).host).find(
    (one) => one.show === "cards",
  );
  if (!question?.item) throw new Error("no column of the map");
  const column = question.item.id;
  const rows = {
    [question.group.id]: [
      { text: "Ze lacht veel.", column, order: 1 },
      { text: "Oma komt elke dinsdag.", column, order: 2 },
    ],
  };
  const { host } = fakeHost(instrument, { voice: "parent", rows });
  const html = drawn(i18n, <QuestionControl question={question} host={host} words={words} {...alone} />);
  expect(html.indexOf("<textarea")).toBeLessThan(html.indexOf("Oma komt"));
  expect(html.indexOf("Oma komt")).toBeLessThan(html.indexOf("Ze lacht"));
});
