import type { ReactNode } from "react";

export type BoardColumn = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** A dot in this colour; the label says what the column is. */
  readonly tone?: "good" | "caution" | "accent" | "plain" | undefined;
};

export type BoardCard = {
  readonly id: string;
  readonly column: string;
  readonly text: string;
  readonly lang?: string | undefined;
};

/** Into this column, before that card; null is the end. */
export type Move = { readonly card: string; readonly column: string; readonly before: string | null };

export type BoardLabels = {
  /** Names the field of a column: "Schrijf een kaart bij Zorgen". */
  readonly write: (column: string) => string;
  readonly add: string;
  readonly edit: string;
  readonly save: string;
  readonly close: string;
  /** "Verplaats naar Zorgen". */
  readonly moveTo: (column: string) => string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  /** "Verplaats: {text}". */
  readonly menu: (text: string) => string;
  readonly drag: (text: string) => string;
  /** In a column without cards. */
  readonly empty: string;
};

/** The moves that make sense for a card now: up, down, and to the end of every other column. */
export function movesOf(
  card: BoardCard,
  columns: readonly BoardColumn[],
  cards: readonly BoardCard[],
  labels: BoardLabels,
): { label: string; move: Move }[] {
  const own = cards.filter((one) => one.column === card.column);
  const at = own.findIndex((one) => one.id === card.id);
  const here = { card: card.id, column: card.column };
  const above = own[at - 1];
  const moves: { label: string; move: Move }[] = [];
  if (above) moves.push({ label: labels.up, move: { ...here, before: above.id } });
  if (at < own.length - 1) {
    moves.push({ label: labels.down, move: { ...here, before: own[at + 2]?.id ?? null } });
  }
  for (const column of columns) {
    if (column.id === card.column) continue;
    const move = { card: card.id, column: column.id, before: null };
    moves.push({ label: labels.moveTo(column.label), move });
  }
  return moves;
}
