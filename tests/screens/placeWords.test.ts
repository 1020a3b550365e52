import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import dutch from "../../locales/nl/practice.json" with { type: "json" };
import { tellPracticeStory } from "../../src/app/practice/story.ts";
import { openWorld, type World } from "../../src/app/world.ts";
import type { Command } from "../../src/commands/command.ts";
import type { CaseFile } from "../../src/domain/casefile.ts";
import type { Entry, Value } from "../../src/domain/entry.ts";
import type { CaseId, EntryId, RecordId } from "../../src/domain/ids.ts";
import { aspectsOf, fields, type Group, type Instrument } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { rowFields, rowKind } from "../../src/domain/rows.ts";
import { runAt } from "../../src/domain/run.ts";
import { decisionFields } from "../../src/domain/safety.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { rowChoiceOf, rowFieldOf } from "../../src/instrument/rowFields.ts";
import { placeWords, type Say } from "../../src/screens/casefile/placeWords.ts";
import { valueWords } from "../../src/screens/casefile/valueWords.ts";
import { answeredRuns } from "../../src/screens/family/reportParts.ts";
import { opsToRead } from "../../src/screens/family/timeline.ts";
import { newCase } from "../domain/caseBuilder.ts";

type Tree = { readonly [key: string]: string | Tree };

const family = "ab".repeat(16) as CaseId;
let file: CaseFile;
let entries: readonly Entry[];

const storyWords = (key: string): string => {
  const found = key
    .split(".")
    .reduce<string | Tree | undefined>(
      (at, part) => (typeof at === "object" ? at[part] : undefined),
      dutch as Tree,
    );
  return typeof found === "string" ? found : "";
};

async function tell(): Promise<World> {
  const world = openWorld("practice", {
    mode: () => ({ kind: "worker" }),
    onEvent: () => undefined,
    memberOf: () => undefined,
  });
  await world.database.open();
  await world.vault.load();
  await world.vault.create({ words: ["oefenen"], pin: "123456", profile: {} });
  await world.vault.session()?.addCase(family);
  const marit = { id: "cd".repeat(16) as RecordId, name: "Marit" };
  await tellPracticeStory(world, family, marit, storyWords, new Date(2026, 10, 22, 9, 0));
  return world;
}

beforeAll(async () => {
  const world = await tell();
  file = await world.journal.open(family);
  const last = await world.journal.lastArrived(family);
  entries = (await world.journal.history(family, last + 1, last)).map(({ entry }) => entry);
}, 60_000);

/** A key without a word throws here, so that every place of the story is known to have one. */
async function sayIn(language: string): Promise<Say> {
  const i18n = await createI18n({
    language,
    namespaces: ["casefile", "instruments", "aspects", "rules", "safety"],
  });
  return (key, values) => i18n.t(key as "casefile:close", { ...values });
}

const isRaw = (words: string): boolean =>
  words === "" ||
  /^(true|false|undefined|null|\[object)/.test(words) ||
  /[0-9a-f]{32}/.test(words) ||
  /^[a-z]+(-[a-z]+)+$/.test(words);

test.each(["nl", "en"])(
  "everything that the practice family recorded can be read in words (%s)",
  async (language) => {
    const say = await sayIn(language);
    const speaking = { file, say, language };
    const raw: string[] = [];
    for (const entry of entries) {
      for (const { record, field, value } of opsToRead(file, entry)) {
        const { of, what } = placeWords(file, record, field, say);
        const words = valueWords(speaking, record, field, value);
        if ([of, what, words].some(isRaw)) raw.push(`${field} · ${of} · ${what} · ${words}`);
      }
    }
    expect(entries.length).toBeGreaterThan(300);
    expect(raw).toEqual([]);
  },
);

test("no place of the story is called just something else", async () => {
  const say = await sayIn("nl");
  const others = new Set<string>();
  for (const entry of entries) {
    for (const { record, field } of opsToRead(file, entry)) {
      const { of, what } = placeWords(file, record, field, say);
      if (what.split(" · ").includes(say("casefile:place.fields.other"))) others.add(field);
      if (of.split(" · ")[0] === say("casefile:place.kinds.other")) others.add(`${of}: ${field}`);
    }
  }
  expect([...others]).toEqual([]);
});

/** Every place beside an item or a list that somebody can write in. */
const placesOf = (instrument: Instrument): readonly string[] =>
  instrument.groups.flatMap((group) => [
    ...(group.single ? [fields.choice(group.id)] : []),
    ...(group.other ? [fields.other(group.id, "1a2b3c4d")] : []),
    ...(group.evidence ? [fields.nothingElse(group.id)] : []),
    ...(group.dimension ? [fields.weighing(group.dimension)] : []),
    fields.done(group.id),
    ...group.items.flatMap((item) => [
      item.perLevel ? fields.atLevel(item.id, 7) : fields.answer(item.id),
      fields.note(item.id),
      ...(group.evidence ? [fields.evidence(item.id), fields.source(item.id), fields.date(item.id)] : []),
      ...aspectsOf(group, item).map((aspect) => fields.aspect(item.id, aspect)),
    ]),
  ]);

/** Every place of a row that somebody can write in. */
const rowPlacesOf = (instrument: Instrument, rows: Group): readonly string[] =>
  [rows, ...instrument.groups.filter((group) => group.rowOf === rows.id)].flatMap((group) => [
    ...(group.single ? [rowChoiceOf(group)] : []),
    ...(group.other ? [fields.other(group.id, "1a2b3c4d")] : []),
    ...group.items.map((item) => rowFieldOf(group, item)),
  ]);

test("every place that a tool writes in is called by what was asked there", async () => {
  const say = await sayIn("nl");
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const nameless: string[] = [];
  const name = (record: RecordId, field: string): void => {
    const { what } = placeWords(family.file(), record, field, say);
    const parts = what.split(" · ");
    const isNameless = parts.includes(say("casefile:place.fields.other")) || parts.some(isRaw);
    if (isNameless) nameless.push(`${runAt(family.file(), record)?.instrument ?? record}: ${field}: ${what}`);
  };
  for (const instrument of instruments) {
    const { id: run } = await family.answer(instrument.id, { about: noor }, { done: false });
    for (const field of placesOf(instrument)) name(run, field);
    for (const rows of instrument.groups.filter((group) => group.rows)) {
      const kind = rowKind(instrument.id, rows.id);
      // A person's own places are the case's, and named with it.
      if (kind === "person") continue;
      const values = { exists: kind, [rowFields.of]: run, [rowFields.group]: rows.id };
      const row = `row of ${instrument.id}/${rows.id}` as RecordId;
      await family.run(laid, { record: row, values });
      for (const field of rowPlacesOf(instrument, rows)) name(row, field);
    }
  }
  expect(nameless).toEqual([]);
});

const laid: Command<{ record: RecordId; values: { readonly [field: string]: Value } }> = {
  intent: "rowWritten",
  inTogether: false,
  plan: ({ record, values }) => Object.entries(values).map(([field, value]) => ({ record, field, value })),
};

test("whether the worker can stay, and words of one's own, stand under what was asked", async () => {
  const say = await sayIn("nl");
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const other = fields.other("options", "1a2b3c4d");
  const run = await family.answer(
    "immediate-action-decision",
    { about: noor },
    { [decisionFields.canStay]: "yes", [other]: "Buurvrouw blijft erbij" },
  );
  const speaking = { file: family.file(), say, language: "nl" };
  const read = (field: string, value: Value): string =>
    `${placeWords(family.file(), run.id, field, say).what} ${valueWords(speaking, run.id, field, value)}`;
  expect(read(decisionFields.canStay, "yes")).toBe("Kan ik hier blijven? ja");
  expect(read(other, "Buurvrouw blijft erbij")).toBe("Mogelijke besluiten · anders Buurvrouw blijft erbij");
});

test("the report leaves out what only the program needs", () => {
  const fields = answeredRuns(file).flatMap(({ answers }) => answers.map(({ field }) => field));
  expect(fields.length).toBeGreaterThan(50);
  expect(fields.filter((field) => /^(exists|key|of|group|mayKnow\/)/.test(field))).toEqual([]);
});

test("every entry of the story is known by its id", () => {
  expect(new Set<EntryId>(entries.map((entry) => entry.id)).size).toBe(entries.length);
});
