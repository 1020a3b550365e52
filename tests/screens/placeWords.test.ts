import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import dutch from "../../locales/nl/practice.json" with { type: "json" };
import { tellPracticeStory } from "../../src/app/practice/story.ts";
import { openWorld, type World } from "../../src/app/world.ts";
import type { CaseFile } from "../../src/domain/casefile.ts";
import type { Entry } from "../../src/domain/entry.ts";
import type { CaseId, EntryId, RecordId } from "../../src/domain/ids.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { placeWords, type Say } from "../../src/screens/casefile/placeWords.ts";
import { valueWords } from "../../src/screens/casefile/valueWords.ts";
import { answeredRuns } from "../../src/screens/family/reportParts.ts";
import { opsToRead } from "../../src/screens/family/timeline.ts";

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
  const world = openWorld("practice", { mode: () => ({ kind: "worker" }), onEvent: () => undefined });
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
    namespaces: ["casefile", "instruments", "aspects", "rules"],
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

test("the report leaves out what only the program needs", () => {
  const fields = answeredRuns(file).flatMap(({ answers }) => answers.map(({ field }) => field));
  expect(fields.length).toBeGreaterThan(50);
  expect(fields.filter((field) => /^(exists|key|of|group|mayKnow\/)/.test(field))).toEqual([]);
});

test("every entry of the story is known by its id", () => {
  expect(new Set<EntryId>(entries.map((entry) => entry.id)).size).toBe(entries.length);
});
