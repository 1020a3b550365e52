import { expect, test } from "vitest";
import { type Group, type Instrument, voicesOf } from "../../src/domain/instrument.ts";
import { instrumentById, instruments } from "../../src/domain/instruments/list.ts";
import { rules } from "../../src/domain/rules/list.ts";
import { keysOf, wordsOf } from "../words.ts";
import expected from "./inventory.json" with { type: "json" };

const itemsOf = (instrument: Instrument) =>
  instrument.groups.flatMap((group) => group.items.map((item) => ({ group, item })));

test("every instrument that the handbook gives is there, in its order", () => {
  const ours = ["drawing"];
  const ids = instruments.map(({ id }) => id).filter((id) => !ours.includes(id));
  expect(ids).toEqual(expected.map(({ id }) => id));
});

test.each(expected)(
  "$id holds every list and item of the handbook, in its order and of its kind",
  (given) => {
    const instrument = instrumentById(given.id);
    const named = new Set(given.groups.map(({ id }) => id));
    const found = instrument?.groups
      .filter(({ id }) => named.has(id))
      .map(({ id, kind, items }) => ({ id, kind, items: items.map((item) => item.id) }));
    expect(found).toEqual(given.groups);
  },
);

test("the signal tables count as the handbook's do: 35 worries and 23 good points, 42 and 24", () => {
  const count = (id: string, kind: string) =>
    (instrumentById(id)?.groups ?? [])
      .filter((group) => group.kind === kind)
      .reduce((sum, group) => sum + group.items.length, 0);
  expect([count("parenting-signals", "concern"), count("parenting-signals", "positive")]).toEqual([35, 23]);
  expect([count("child-signals", "concern"), count("child-signals", "positive")]).toEqual([42, 24]);
});

test("every list that the handbook gives as examples has a free line for something else", () => {
  for (const id of ["alarm-signals", "parenting-signals", "child-signals", "stress-sources"])
    for (const group of instrumentById(id)?.groups ?? [])
      if (group.kind !== "field-derived") expect(group.other, `${id}.${group.id}`).toBe(true);
});

test.each(instruments)(
  "an item of $id can be named without its list, and names only what is there",
  (one) => {
    const ids = itemsOf(one).map(({ item }) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = new Map(one.groups.map((group) => [group.id, group]));
    expect(groups.size).toBe(one.groups.length);
    for (const { group, item } of itemsOf(one)) {
      if (item.after) expect(ids).toContain(item.after);
      if (group.rowOf) expect(groups.get(group.rowOf)?.rows).toBe(true);
      if (item.choicesFrom) {
        const from = item.choicesFrom;
        const source = instrumentById(from.instrument)?.groups.find(({ id }) => id === from.group);
        expect(source?.items.length).toBeGreaterThan(1);
      }
      if (item.shows) {
        const { instrument, item: shown } = item.shows;
        expect(itemsOf(instrumentById(instrument) as Instrument).map((found) => found.item.id)).toContain(
          shown,
        );
      }
      if (item.input === "choice") expect(Boolean(item.choices) || Boolean(item.choicesFrom)).toBe(true);
    }
  },
);

/** What a worker ticks beside a tool that is somebody's own: an aid that was used. It makes the tool nobody else's. */
const isBeside = ({ kind, single }: Group): boolean => kind === "option" && !single;

test.each(instruments)("$id names all the voices that may answer something in it, and no other", (one) => {
  const voices = new Set(
    itemsOf(one).flatMap(({ group, item }) =>
      voicesOf(group, item).filter(
        (voice) => voice !== "worker" || one.voices.includes("worker") || !isBeside(group),
      ),
    ),
  );
  expect([...voices].sort()).toEqual([...one.voices].sort());
});

test("worries and good points of one dimension are weighed together", () => {
  for (const id of ["parenting-signals", "child-signals"]) {
    const kinds = new Map<string, string[]>();
    for (const group of instrumentById(id)?.groups ?? [])
      if (group.dimension) kinds.set(group.dimension, [...(kinds.get(group.dimension) ?? []), group.kind]);
    for (const [dimension, pair] of kinds) expect(pair, dimension).toEqual(["concern", "positive"]);
  }
});

test.each(["nl", "en"])("every instrument, list, item, rule and warning has its words in %s", (language) => {
  const words = wordsOf(language);
  const lacking: string[] = [];
  for (const one of instruments) {
    const dimensions = one.groups.flatMap(({ dimension }) => (dimension ? [dimension] : []));
    const needed = [
      ...keysOf(one),
      `instruments.${one.id}.short`,
      `instruments.${one.id}.purpose`,
      ...dimensions.map((dimension) => `instruments.${one.id}.dimensions.${dimension}`),
      ...(one.credit ? [`instruments.${one.id}.credit`] : []),
      ...one.rules.map((rule) => `rules.${rule}`),
      ...one.warnings.map((warning) => `warnings.${warning}`),
    ];
    lacking.push(...needed.filter((key) => !words.has(key)));
  }
  expect(lacking).toEqual([]);
});

test.each(["nl", "en"])("every rule that can speak has its sentence in %s", (language) => {
  const words = wordsOf(language);
  expect(rules.map(({ id }) => `rules.${id}`).filter((key) => !words.has(key))).toEqual([]);
});

test("no word stands for an item that is no longer there", () => {
  const known = new Set(instruments.flatMap(keysOf));
  const stray = [...wordsOf("nl").keys()].filter(
    (key) => /^instruments\.[^.]+\.(items|groups|choices)\./.test(key) && !known.has(key),
  );
  expect(stray).toEqual([]);
});

test("a card on the table says nothing that frightens: no instrument's short name speaks of alarm", () => {
  for (const language of ["nl", "en"])
    for (const [key, word] of wordsOf(language))
      if (/^instruments\.[^.]+\.short$/.test(key))
        expect(word, key).not.toMatch(/alarm|mishandel|maltreat|abuse|risico|risk|signaal|signal/i);
});
