import fc from "fast-check";
import { expect, test } from "vitest";
import { longestText } from "../../src/commands/command.ts";
import { drawingText, hasRoom, sheetSize, strokesFrom } from "../../src/domain/drawing.ts";

const point = fc.tuple(fc.nat({ max: sheetSize.width }), fc.nat({ max: sheetSize.height }));
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 30 }), { maxLength: 20 });

test("a drawing comes back as it was drawn", () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      expect(strokesFrom(drawingText(drawn))).toEqual(drawn);
    }),
    {
      numRuns: 500,
    },
  );
});

test("words are no drawing", () => {
  for (const text of ["a sun", "10", "10,20 x", "10,20\n\n1,1", "99999,1"])
    expect(strokesFrom(text)).toBeUndefined();
});

test("a sheet that takes no more is still below what one place may hold", () => {
  const full = Array.from({ length: 10_000 }, () => [[1000, 700] as const]);
  expect(hasRoom(full)).toBe(false);
  expect(drawingText(full).length).toBeLessThan(longestText);
});
