import { expect, test } from "vitest";
import { type BoardCard, type BoardLabels, movesOf } from "../../src/ui/boardMoves.ts";

const columns = [
  { id: "good", label: "Goed" },
  { id: "worry", label: "Zorgen" },
];

const labels: BoardLabels = {
  write: (column) => `Schrijf bij ${column}`,
  add: "Erbij",
  edit: "Wijzig",
  save: "Klaar",
  close: "Sluit",
  moveTo: (column) => `Naar ${column}`,
  up: "Omhoog",
  down: "Omlaag",
  remove: "Haal weg",
  menu: (text) => text,
  drag: (text) => text,
  empty: "Leeg",
};

const card = (id: string, column: string): BoardCard => ({ id, column, text: id });
const cards = [card("a", "good"), card("x", "worry"), card("b", "good"), card("c", "good")];

const offered = (id: string) => {
  const one = cards.find((other) => other.id === id);
  if (!one) throw new Error(`no card ${id}`);
  return Object.fromEntries(movesOf(one, columns, cards, labels).map(({ label, move }) => [label, move]));
};

test("a card in the middle can go up, down and to the other column", () => {
  expect(offered("b")).toEqual({
    Omhoog: { card: "b", column: "good", before: "a" },
    Omlaag: { card: "b", column: "good", before: null },
    "Naar Zorgen": { card: "b", column: "worry", before: null },
  });
});

test("the first card cannot go up, and goes down past the next one only", () => {
  expect(offered("a")).toEqual({
    Omlaag: { card: "a", column: "good", before: "c" },
    "Naar Zorgen": { card: "a", column: "worry", before: null },
  });
});

test("the only card of a column can but leave it", () => {
  expect(offered("x")).toEqual({ "Naar Goed": { card: "x", column: "good", before: null } });
});
