import { expect, test } from "vitest";
import { nameLines } from "../../src/screens/family/nameLines.ts";

test.each([
  ["Noor", ["Noor"]],
  ["oma Sevim", ["oma Sevim"]],
  ["Miss Anouk (teacher)", ["Miss Anouk", "(teacher)"]],
  ["juf Anouk van de school", ["juf Anouk van", "de school"]],
  ["Wolfeschlegelsteinhausen", ["Wolfeschlegel…"]],
  ["", [""]],
])("in the circle of people %j stands as %j", (name, lines) => {
  expect(nameLines(name)).toEqual(lines);
});
