import { describe, expect, test } from "vitest";
import { annotate } from "../../src/commands/answer.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { isAcceptable } from "../../src/domain/acceptable.ts";
import type { Value } from "../../src/domain/entry.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import {
  fields,
  type Group,
  groupsFor,
  type Instrument,
  type Item,
  type Voice,
} from "../../src/domain/instrument.ts";
import { instrumentById, instruments } from "../../src/domain/instruments/list.ts";
import { isAnswered, standingOf, unansweredOf } from "../../src/domain/run.ts";
import { alarmsOf } from "../../src/domain/safety.ts";
import { newCase } from "./caseBuilder.ts";

/** What somebody could answer to an item, tried from plain to odd: the first that is acceptable. */
const tries: readonly Value[] = ["yes", true, 4, ["somebody"], "words", "10,20 30,40"];

function anAnswer(instrument: Instrument, group: Group, item: Item): { field: string; value: Value } {
  if (group.single) return { field: fields.choice(group.id), value: item.id };
  const field = item.perLevel ? fields.atLevel(item.id, 3) : fields.answer(item.id);
  const value = [...(item.choices ?? []), ...tries].find((one) => isAcceptable(instrument, field, one));
  if (value === undefined) throw new Error(`nothing answers ${instrument.id} ${item.id}`);
  return { field, value };
}

const voicesIn = (instrument: Instrument): readonly Voice[] =>
  (["worker", "parent", "child"] as const).filter((voice) =>
    groupsFor(instrument, voice).some((group) => !["fact", "example", "tip"].includes(group.kind)),
  );

const asking = new Set([
  "yes-no-unknown",
  "yes-no",
  "concern",
  "positive",
  "question",
  "text",
  "field",
  "field-derived",
  "scale",
  "step",
  "goal",
  "drawing-derived",
]);

/** How many answers this voice is asked for, counted from the instrument alone. */
function askedOf(instrument: Instrument, voice: Voice): readonly { group: Group; item: Item }[] {
  return groupsFor(instrument, voice)
    .filter((group) => asking.has(group.kind) && !group.rows && !group.rowOf)
    .flatMap((group) =>
      (group.single ? group.items.slice(0, 1) : group.items).map((item) => ({ group, item })),
    )
    .filter(({ item }) => !item.shows && item.input !== "agreements");
}

async function people() {
  const family = await newCase();
  const parent = await family.person("Elif", ["parent-concern"]);
  const child = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const voiceOf: Record<Voice, RecordId> = { worker: family.author, parent, child };
  return { family, parent, child, visit, voiceOf };
}

describe.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
  "%s",
  (id, instrument) => {
    const voices = voicesIn(instrument);

    test("is empty, then busy, and everything asked can be answered", async () => {
      const { family, visit, child, voiceOf } = await people();
      for (const voice of voices) {
        const at = { about: child, voice: voiceOf[voice], visit };
        const run = await family.answer(id, at, {});
        expect(standingOf(family.file(), run.id)).toBe("empty");
        const asked = askedOf(instrument, voice);
        const first = asked.filter(({ item }) => !item.after);
        const openNow = () =>
          unansweredOf(family.file(), instrument, run.id, voice).map(({ item }) => item.id);
        expect(openNow()).toEqual(first.map(({ item }) => item.id));
        for (const { group, item } of asked) {
          const { field, value } = anAnswer(instrument, group, item);
          await family.answer(id, at, { [field]: value });
        }
        expect(openNow()).toEqual([]);
        if (asked.length > 0) expect(standingOf(family.file(), run.id)).toBe("busy");
      }
    });

    test("keeps weet ik niet, liever niet and niet ingevuld apart", async () => {
      const { family, visit, child, voiceOf } = await people();
      const voice = voices[0];
      if (!voice) return;
      const asked = askedOf(instrument, voice).filter(
        ({ item, group }) => !item.after && !item.perLevel && !group.single,
      );
      const one = asked[0]?.item;
      if (!one) return;
      const at = { about: child, voice: voiceOf[voice], visit };
      const run = await family.answer(id, at, { [one.id]: { unsaid: "ratherNot" } });
      const isOpen = () =>
        unansweredOf(family.file(), instrument, run.id, voice).some(({ item }) => item.id === one.id);
      expect(isOpen()).toBe(false);
      expect(standingOf(family.file(), run.id)).toBe("busy");
      await family.answer(id, at, { [one.id]: null });
      expect(isOpen()).toBe(true);
      expect(standingOf(family.file(), run.id)).toBe("empty");
    });

    test("takes no answer to an item that it does not have", () => {
      expect(isAcceptable(instrument, "no-such-item", "yes")).toBe(false);
      expect(isAcceptable(instrument, "no-such-item", null)).toBe(false);
    });
  },
);

describe("what counts as done", () => {
  test("a run is done when the worker says so, and busy again when that is taken back", async () => {
    const { family, visit, child } = await people();
    const at = { about: child, visit };
    const run = await family.answer("alarm-signals", at, { "shaken-baby": "no" });
    await family.answer("alarm-signals", at, { [fields.done()]: true });
    expect(standingOf(family.file(), run.id)).toBe("done");
    await family.answer("alarm-signals", at, { [fields.done()]: false });
    expect(standingOf(family.file(), run.id)).toBe("busy");
  });

  test("who may see it is no answer: a run that holds nothing else is empty", async () => {
    const { family, visit, child, parent } = await people();
    const at = { about: child, voice: child, visit };
    const run = await family.answer("stoplight", at, { [fields.choice("colours")]: "red" });
    await family.run(allowSight, { records: [run.id], persons: { [parent]: true } }, { voice: child });
    await family.answer("stoplight", at, { [fields.choice("colours")]: null });
    expect(standingOf(family.file(), run.id)).toBe("empty");
  });

  test("verder niets gezien closes a group of signals, is stored as that, and never as nee", async () => {
    const { family, visit, child } = await people();
    const instrument = instrumentById("alarm-signals");
    if (!instrument) throw new Error("no alarm signals");
    const run = await family.answer("alarm-signals", { about: child, visit }, { "shaken-baby": "unknown" });
    const { id, ...key } = run;
    await family.run(annotate, { key, field: fields.nothingElse("child"), value: true });
    const open = unansweredOf(family.file(), instrument, id);
    expect(open.filter(({ group }) => group.id === "child")).toEqual([]);
    expect(open.filter(({ group }) => group.id === "parent")).toHaveLength(5);
    expect(family.file().records.get(id)?.has("toxic-exposure-or-drug-baby")).toBe(false);
    expect(alarmsOf(family.file())).toEqual([]);
  });

  test("a worker is not asked what only the family can answer, nor the other way round", async () => {
    const { family, visit, parent } = await people();
    const instrument = instrumentById("signs-of-safety");
    if (!instrument) throw new Error("no map");
    const own = await family.answer("signs-of-safety", { visit }, { willingness: 4 });
    const hers = await family.answer(
      "signs-of-safety",
      { voice: parent, visit },
      { "safety-score-family": 4 },
    );
    const ids = (run: RecordId) => unansweredOf(family.file(), instrument, run).map(({ item }) => item.id);
    expect(ids(own.id)).toContain("safety-score-professional");
    expect(ids(own.id)).not.toContain("safety-score-family");
    expect(ids(hers.id)).toEqual(["progress-score-family", "safety-score-meaning", "safety-one-higher"]);
  });

  test("0, nee, onbekend and a tick taken away are answers; empty and taken back are none", () => {
    for (const value of [0, "no", "unknown", false, { unsaid: "dontKnow" }] as Value[])
      expect(isAnswered(value)).toBe(true);
    for (const value of [undefined, null, ""]) expect(isAnswered(value)).toBe(false);
  });
});
