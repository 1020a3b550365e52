import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { leaveBehind } from "../../src/commands/leaveBehind.ts";
import { correctWords } from "../../src/commands/ownWords.ts";
import { agree, layCard, noteDown, writeGoal } from "../../src/commands/plan.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { headAt, textAt, valueAt } from "../../src/domain/casefile.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/instrument.ts";
import { maySee } from "../../src/domain/sight.ts";
import { visitFields } from "../../src/domain/visit.ts";
import { BlankSheetView, blankSheets } from "../../src/reports/BlankSheets.tsx";
import { firstName } from "../../src/reports/firstName.ts";
import { LeaveBehindSheet, largeLinesFrom } from "../../src/reports/LeaveBehindSheet.tsx";
import { linesFor, mayNotFind } from "../../src/reports/leaveBehindLines.ts";
import { type CaseBuilder, newCase, theCase, youssef } from "../domain/caseBuilder.ts";

/** One family: Elif, Bram and their daughter Noor, who have each said something in one visit. */
let family: CaseBuilder;
let elif: RecordId;
let bram: RecordId;
let noor: RecordId;
let visit: RecordId;

const words = { language: "nl", dir: "ltr", say: (key: string) => key } as const;

const said: Record<string, string> = {};

beforeEach(async () => {
  family = await newCase();
  elif = await family.person("Elif Yılmaz", ["parent-other"], {
    "secret-address": true,
    contact: "Rozenlaan 14, 06-12345678",
  });
  bram = await family.person("Bram de Vries", ["parent-concern"]);
  noor = await family.person("Noor", ["child"]);
  visit = await family.visit();
  for (const [name, voice] of [
    ["elif", elif],
    ["bram", bram],
    ["noor", noor],
  ] as const) {
    const how = { voice, visit, means: "told" } as const;
    said[name] = `woorden van ${name}`;
    await family.create("card", layCard, { text: `${said[name]} op de kaart`, column: "worries" }, how);
    await family.create("goal", writeGoal, { "i-would-like": `${said[name]} als doel`, owner: voice }, how);
    await family.create("note", noteDown, { text: `${said[name]} erbij`, mark: "said" }, how);
    await family.answer(
      "thermometer",
      { about: voice, voice, visit, occasion: "1" },
      { [fields.atLevel("first-aid-actions", 5)]: `${said[name]} bij vijf` },
    );
    await family.answer("signs-of-safety", { voice, visit }, { "safety-score-family": 2 });
  }
  await family.create("agreement", agree, { who: "Oma", what: "haalt Noor" }, { visit });
});

const textsFor = (readers: readonly RecordId[]): string => {
  const { lines } = linesFor(family.file(), readers, visit);
  const printed = renderToStaticMarkup(<LeaveBehindSheet lines={lines} words={words} />);
  const copied = largeLinesFrom(lines, words)
    .flatMap((line) => line.parts.map((part) => part.text))
    .join("\n");
  return `${printed}\n${copied}`;
};

const people = (): readonly (readonly [string, RecordId])[] => [
  ["elif", elif],
  ["bram", bram],
  ["noor", noor],
];

test("an agreement names who does it once", async () => {
  await family.create("agreement", agree, { who: "Bram", what: "Bram belt de gemeente" }, { visit });
  const sheet = textsFor([elif]);
  expect(sheet).toContain("Oma: haalt Noor");
  expect(sheet).toContain("Bram belt de gemeente");
  expect(sheet).not.toContain("Bram: Bram");
});

test("nobody's words stand on another's sheet without that person's recorded permission", () => {
  const sets = [[elif], [bram], [noor], [elif, bram], [elif, noor], [bram, noor], [elif, bram, noor]];
  for (const readers of sets) {
    const sheet = textsFor(readers);
    for (const [name, voice] of people()) {
      const isAlone = readers.length === 1 && readers[0] === voice;
      expect(sheet.includes(said[name] ?? ""), `${name} for ${readers.length}`).toBe(isAlone);
    }
  }
});

test("somebody's own sheet holds the own goal, the own card and the own words", () => {
  const sheet = textsFor([noor]);
  for (const piece of ["op de kaart", "als doel", "erbij", "bij vijf"]) {
    expect(sheet).toContain(`woorden van noor ${piece}`);
  }
});

test("what Noor lets her mother know may stand on a sheet for both, and her father's sheet stays without it", async () => {
  const goal = linesFor(family.file(), [noor], visit).lines.find((line) => line.kind === "goal")
    ?.id as RecordId;
  await family.run(
    allowSight,
    { records: [goal], persons: { [elif]: true, [bram]: false } },
    { voice: noor },
  );
  expect(textsFor([noor, elif])).toContain("woorden van noor als doel");
  expect(textsFor([noor, bram])).not.toContain("woorden van noor");
  expect(textsFor([noor, elif, bram])).not.toContain("woorden van noor");
});

test("a person who may find the sheet and may not know a line is named beside it", () => {
  const [line] = linesFor(family.file(), [noor], visit).lines.filter((one) => one.kind === "words");
  expect(line && mayNotFind(family.file(), line, [elif, noor])).toEqual([elif]);
});

test("no sheet holds a score, a surname or the name of a tool", () => {
  for (const readers of [[elif], [bram], [noor]]) {
    const sheet = textsFor(readers);
    expect(sheet).not.toMatch(/Yılmaz|de Vries|thermometer|stoplicht|signs-of-safety/i);
    expect(sheet).not.toMatch(/>\s*2\s*</);
  }
});

test("a secret address or number never leaves, whoever wrote it and however it is written", async () => {
  const how = { visit };
  for (const what of [
    "Bel Elif op 0612345678",
    "Breng Noor naar rozenlaan 14",
    "Haal haar op: 1234 AB",
    "mail oma@voorbeeld.nl",
  ]) {
    await family.create("agreement", agree, { who: "Bram", what }, how);
  }
  const { lines, kept } = linesFor(family.file(), [bram], visit);
  expect(lines.filter((line) => line.kind === "agreement")).toHaveLength(1);
  expect(kept.address).toBe(4);
  expect(textsFor([bram])).not.toMatch(/rozenlaan|12345678/i);
});

test("an agreement with two versions stays here until it is settled", async () => {
  const other = family.apart(youssef);
  const id = linesFor(family.file(), [elif], visit).lines.find((line) => line.kind === "agreement")
    ?.id as RecordId;
  await family.run(agree, { record: id, values: { who: "Oma Sevim" } }, { visit });
  await other.run(agree, { record: id, values: { who: "Loes" } }, { visit });
  family.merge(other);
  const { lines, kept } = linesFor(family.file(), [elif], visit);
  expect(lines.some((line) => line.id === id)).toBe(false);
  expect(kept.versions).toBe(1);
});

test("choosing a worker's line records that these readers may know it", async () => {
  const line = linesFor(family.file(), [elif, noor], visit).lines.find((one) => one.kind === "agreement");
  expect(line?.sharing).toBe("ask");
  const lines = [line?.places ?? []];
  await family.run(leaveBehind, { visit, readers: [elif, noor], lines, way: "copied" });
  const id = line?.id as RecordId;
  const head = headAt(family.file(), id, "what");
  for (const [person, may] of [
    [elif, true],
    [noor, true],
    [bram, false],
  ] as const) {
    expect(head && maySee(family.file(), id, head, { kind: "person", id: person })).toBe(may);
  }
  expect(valueAt(family.file(), visit, visitFields.leavesBehind)).toBe("sheet");
});

test("a sheet for another with Noor's words on it is refused, whatever a screen offers", async () => {
  const lines = linesFor(family.file(), [noor], visit).lines.map((line) => line.places);
  const outcome = await family.door.run(theCase, leaveBehind, {
    visit,
    readers: [elif],
    lines,
    way: "printed",
  });
  expect(outcome).toEqual({ ok: false, refused: "notTheirs" });
  expect(valueAt(family.file(), visit, visitFields.leavesBehind)).toBeUndefined();
});

test("what a mother wants said otherwise replaces her own words and nobody else's", async () => {
  const card = linesFor(family.file(), [elif], visit).lines.find((line) => line.kind === "words")?.places[0];
  if (!card) throw new Error("no card");
  const args = { ...card, text: "zo bedoel ik het" };
  await family.run(correctWords, args, { voice: elif, means: "told", visit });
  expect(textAt(family.file(), card.record, card.field)).toBe("zo bedoel ik het");
  expect(headAt(family.file(), card.record, card.field)?.voice).toBe(elif);
  const outcome = await family.door.run(theCase, correctWords, { ...args, text: "nee" }, { voice: bram });
  expect(outcome).toEqual({ ok: false, refused: "otherVoice" });
});

test("blank sheets hold nothing but their own words", () => {
  for (const sheet of blankSheets) {
    const printed = renderToStaticMarkup(
      <BlankSheetView sheet={sheet} words={words} tool={{ say: words.say }} voice="parent" />,
    );
    expect(printed).not.toMatch(/woorden van|Elif|Bram|Noor|Marit/);
  }
});

test.each([
  ["Elif Yılmaz", "Elif"],
  ["juf Anouk Bakker", "juf Anouk"],
  ["Oma Sevim", "Oma Sevim"],
  ["Miss Anouk (teacher)", "Miss Anouk"],
  ["grandma Sevim", "grandma Sevim"],
  ["Mrs. Bakker", "Mrs. Bakker"],
  ["Noor", "Noor"],
  ["  ", ""],
])("%s stands on a sheet as %s", (name, first) => {
  expect(firstName(name)).toBe(first);
});

test("what is copied by hand stays together by agreement", async () => {
  const bath = { who: "Elif", what: "doet het bad", when: "om zeven uur", otherwise: "Loes komt" };
  await family.create("agreement", agree, bath, { visit });
  const { lines } = linesFor(family.file(), [elif], visit);
  const copied = largeLinesFrom(lines, words).map(({ parts }) => parts.length);
  expect(copied).toEqual(lines.map(({ parts }) => parts.length));
  expect(copied.slice(0, 2).toSorted()).toEqual([1, 3]);
});
