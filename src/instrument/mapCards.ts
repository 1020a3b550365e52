import { cardFields, type MapColumn, mapColumns } from "../domain/plan.ts";
import type { Row } from "./host.ts";

export type BoardRow = {
  readonly id: string;
  readonly row: Row;
  readonly column: MapColumn;
  readonly text: string;
  readonly order: number;
};

/** The cards of a map in their columns' order. */
export function mapCardsOf(rows: readonly Row[]): readonly BoardRow[] {
  const cards = rows.map((row): BoardRow => {
    const text = row.value(cardFields.text);
    const order = row.value(cardFields.order);
    return {
      id: row.id,
      row,
      column: mapColumns.find((one) => one === row.value(cardFields.column)) ?? "goes-well",
      text: typeof text === "string" ? text : "",
      order: typeof order === "number" ? order : 0,
    };
  });
  return cards.sort(
    (a, b) =>
      mapColumns.indexOf(a.column) - mapColumns.indexOf(b.column) ||
      a.order - b.order ||
      (a.id < b.id ? -1 : 1),
  );
}

/** An order that puts a card before another, or at the end of a column: halfway between its new neighbours. */
export function orderBefore(
  cards: readonly BoardRow[],
  move: { readonly card: string; readonly column: string; readonly before: string | null },
): number {
  const own = cards.filter((card) => card.column === move.column && card.id !== move.card);
  const at = move.before === null ? -1 : own.findIndex((card) => card.id === move.before);
  const next = at < 0 ? undefined : own[at];
  const previous = at < 0 ? own.at(-1) : own[at - 1];
  if (next && previous) return (next.order + previous.order) / 2;
  if (next) return next.order - 1;
  return (previous?.order ?? 0) + 1;
}
