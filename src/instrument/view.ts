import type { ReactNode } from "react";
import type { Group, Item } from "../domain/instrument.ts";
import type { RunHost } from "./host.ts";
import type { Place } from "./place.ts";
import type { ToolWords } from "./words.ts";

/** What every view is given: the run, its words, and for whom it is drawn. */
export type View = {
  readonly host: RunHost;
  readonly words: ToolWords;
  /** `family`: alone on a screen, large, its label said by the question above it. */
  readonly size: "tap" | "family";
};

export type ItemProps = View & {
  readonly group: Group;
  readonly item: Item;
  /** The answer or level that the item's words speak of. */
  readonly n?: number | string | undefined;
};

/** What a control for one place is given. */
export type InputProps = View & {
  readonly place: Place;
  readonly item: Item;
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly aside?: ReactNode;
  readonly error?: string | undefined;
};

/** The words around a control; an absent part is left out rather than handed on as `undefined`. */
export const labelled = ({ label, isLabelHidden, aside, error }: InputProps) => ({
  label,
  isLabelHidden,
  aside,
  ...(error ? { error } : {}),
});
