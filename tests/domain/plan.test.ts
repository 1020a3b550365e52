import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { agree, layCard, moveCard, noteDown } from "../../src/commands/plan.ts";
import { removeRecord } from "../../src/commands/records.ts";
import { conflictsOf } from "../../src/domain/casefile.ts";
import { agreementsOf, cardFields, cardsOf, mapColumns, notesOf } from "../../src/domain/plan.ts";
import { newCase, youssef } from "./caseBuilder.ts";

/** Hundreds of runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

describe("the map", () => {
  test("what goes well comes first, then worries, then what is needed; cards lie as they were laid", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...mapColumns), fc.integer({ min: -5, max: 5 })), { maxLength: 8 }),
        async (laid) => {
          const family = await newCase();
          for (const [i, [column, order]] of laid.entries()) {
            await family.create("card", layCard, {
              text: `${i}`,
              [cardFields.column]: column,
              [cardFields.order]: order,
            });
          }
          const cards = cardsOf(family.file());
          expect(cards).toHaveLength(laid.length);
          for (const [i, card] of cards.entries()) {
            const next = cards[i + 1];
            if (!next) continue;
            const [here, there] = [mapColumns.indexOf(card.column), mapColumns.indexOf(next.column)];
            expect(here < there || (here === there && card.order <= next.order)).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("two devices that moved cards apart lay them in the same order once they have met", async () => {
    const family = await newCase();
    const lay = (text: string, order: number) =>
      family.create("card", layCard, { text, [cardFields.column]: "goes-well", [cardFields.order]: order });
    const [a, b] = [await lay("a", 1), await lay("b", 2)];
    const other = family.apart(youssef);
    await family.run(moveCard, { card: a, column: "goes-well", order: 5 });
    await other.run(moveCard, { card: b, column: "worries", order: 1 });
    family.merge(other);
    expect(cardsOf(family.file())).toEqual(cardsOf(other.file()));
    expect(cardsOf(family.file()).map((card) => [card.text, card.column])).toEqual([
      ["a", "goes-well"],
      ["b", "worries"],
    ]);
  });

  test("a card moved apart to two columns is a conflict: good or worrying is no matter of order", async () => {
    const family = await newCase();
    const card = await family.create("card", layCard, { text: "a", [cardFields.column]: "must-happen" });
    const other = family.apart(youssef);
    await family.run(moveCard, { card, column: "goes-well", order: 1 });
    await other.run(moveCard, { card, column: "worries", order: 2 });
    family.merge(other);
    expect(conflictsOf(family.file()).map(({ field }) => field)).toEqual([cardFields.column]);
  });

  test("a removed card is not on the map", async () => {
    const family = await newCase();
    const card = await family.create("card", layCard, { text: "a" });
    await family.run(removeRecord, { record: card });
    expect(cardsOf(family.file())).toEqual([]);
  });
});

test("who fetches Noor: both answers stand in the agreement, in two versions", async () => {
  const family = await newCase();
  const id = await family.create("agreement", agree, {
    what: "Noor van school halen",
    when: "14:30",
    tonight: true,
  });
  const other = family.apart(youssef);
  await family.run(agree, { record: id, values: { who: "oma" } });
  await other.run(agree, { record: id, values: { who: "Loes" } });
  family.merge(other);
  expect(agreementsOf(family.file())).toMatchObject([{ id, versions: 2, tonight: true, status: "running" }]);
});

test("notes are found by the visit that they were written in", async () => {
  const family = await newCase();
  const [first, second] = [await family.visit(), await family.visit()];
  await family.create("note", noteDown, { text: "een" }, { visit: first });
  await family.create("note", noteDown, { text: "twee" }, { visit: second });
  expect(notesOf(family.file(), first).map((note) => note.text)).toEqual(["een"]);
  expect(notesOf(family.file()).map((note) => note.text)).toEqual(["een", "twee"]);
});
