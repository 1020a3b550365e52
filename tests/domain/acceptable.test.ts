import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAcceptable } from "../../src/domain/acceptable.ts";
import type { Value } from "../../src/domain/entry.ts";
import { fields, type GroupKind, type Input, type Instrument } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";

/** Hundreds of runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const one = (kind: GroupKind, input?: Input): Instrument => ({
  id: "tried",
  about: "person",
  span: "visit",
  voices: ["worker"],
  rules: [],
  warnings: [],
  groups: [{ id: "g", kind, items: [{ id: "i", ...(input ? { input } : {}) }] }],
});

const words: readonly Value[] = ["", "ongeveer 2019", "👩‍👧", "x".repeat(10_000)];
const scores: readonly Value[] = [0, 5, 10];
const noScores: readonly Value[] = [-1, 11, 4.5, "4", true, Number.NaN, [4], { score: 4 }];
const yesNo: readonly Value[] = ["yes", "no", "unknown"];

type Case = readonly [GroupKind, Input | undefined, readonly Value[], readonly Value[]];

const cases: readonly Case[] = [
  ["yes-no-unknown", undefined, yesNo, ["maybe", "", true, 1, ["yes"]]],
  ["yes-no", undefined, yesNo, ["ja", false]],
  ["concern", undefined, yesNo, ["maybe", 4]],
  ["positive", undefined, yesNo, ["maybe", {}]],
  ["question", undefined, words, [4, true, ["x"], {}]],
  ["text", undefined, words, [4, {}]],
  ["field", undefined, words, [4, {}]],
  ["field-derived", undefined, words, [4, {}]],
  ["option", undefined, [true, false], ["yes", 1]],
  ["option-derived", undefined, [true, false], ["yes", 1]],
  ["scale", undefined, [...scores, true], [11, "4"]],
  ["goal", undefined, scores, noScores],
  ["step", undefined, [true, false], ["yes", 1]],
  ["step", "longText", [true, ...words], [4, {}]],
  ["tip", undefined, [true], ["x"]],
  ["fact", undefined, [true], ["x"]],
  ["example", undefined, [true], ["x"]],
  ["card-derived", undefined, [], ["x", true, 1]],
  ["drawing-derived", undefined, ["", "10,20 30,40\n5,5"], ["a sun", "10,20 30", true, 1]],
  ["field", "score", scores, noScores],
  ["field", "level", scores, noScores],
  ["field", "date", words, [20190101]],
  ["field", "dateTime", words, [20190101]],
  ["field", "yesNo", [...yesNo, true, false], [1, {}]],
  ["field", "tick", [true, false], ["x", 1]],
  ["field", "person", ["p1"], [["p1"], 1]],
  ["field", "persons", [["p1", "p2"], [], "oma"], [[1], 1]],
  ["field", "signals", [["a"], []], ["a", [1]]],
  ["field", "agreements", ["x", ["a"]], [1]],
];

describe("an item takes what its kind asks for", () => {
  test.each(cases)("%s %s", (kind, input, taken, refused) => {
    const instrument = one(kind, input);
    for (const value of taken) expect(isAcceptable(instrument, "i", value), String(value)).toBe(true);
    for (const value of refused) expect(isAcceptable(instrument, "i", value), String(value)).toBe(false);
    for (const unsaid of ["dontKnow", "ratherNot"])
      expect(isAcceptable(instrument, "i", { unsaid })).toBe(true);
    expect(isAcceptable(instrument, "i", null)).toBe(true);
  });

  test("a list to choose from takes its own options only, and an own word of a single group is its choice", () => {
    const choosing = one("field", "choice");
    const group = choosing.groups[0];
    if (!group) throw new Error("no group");
    const closed = {
      ...choosing,
      groups: [{ ...group, items: [{ id: "i", input: "choice" as const, choices: ["a"] }] }],
    };
    expect(isAcceptable(closed, "i", "a")).toBe(true);
    expect(isAcceptable(closed, "i", "b")).toBe(false);
    const single = {
      ...choosing,
      groups: [{ ...group, single: true as const, items: [{ id: "i" }, { id: "j" }] }],
    };
    expect(isAcceptable(single, fields.choice("g"), "j")).toBe(true);
    expect(isAcceptable(single, fields.choice("g"), "k")).toBe(false);
  });

  test("an item with an answer at each level takes one at 0 to 10 and nowhere else", () => {
    const group = one("field", "longText").groups[0];
    if (!group) throw new Error("no group");
    const instrument = {
      ...one("field"),
      groups: [{ ...group, items: [{ id: "i", input: "longText" as const, perLevel: true as const }] }],
    };
    for (const level of [0, 7, 10])
      expect(isAcceptable(instrument, fields.atLevel("i", level), "x")).toBe(true);
    for (const field of ["i/11", "i/-1", "i/03", "i/x", "i/3/note"])
      expect(isAcceptable(instrument, field, "x")).toBe(false);
  });

  test("nothing that JSON can hold makes the check fail, in any instrument", () => {
    const items = instruments.flatMap((instrument) =>
      instrument.groups.flatMap((group) => group.items.map((item) => ({ instrument, item: item.id }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.jsonValue(), ({ instrument, item }, value) => {
        expect(typeof isAcceptable(instrument, item, value as Value)).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});

describe("the instruments as data", () => {
  test("no item's place is one that a record needs for itself", () => {
    const reserved = ["exists", "key", "done"];
    const clash = instruments.flatMap((one) =>
      one.groups.flatMap((group) =>
        group.items.filter((item) => reserved.includes(item.id) || item.id.includes("/")),
      ),
    );
    expect(clash).toEqual([]);
  });

  test("an item stands in one place of its instrument, except the options of a choice", () => {
    for (const { id, groups } of instruments) {
      const ids = groups
        .filter((group) => !group.single)
        .flatMap((group) => group.items.map((item) => item.id));
      expect(ids.length, id).toBe(new Set(ids).size);
    }
  });
});
