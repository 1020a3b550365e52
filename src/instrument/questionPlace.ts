import type { RunHost } from "./host.ts";
import { type Place, rowPlace, runPlace } from "./place.ts";
import { fieldOf, type Question } from "./questions.ts";
import { rowChoiceOf, rowFieldOf } from "./rowFields.ts";

/** Where the answer to a question stands, in the run or in a row of it; `undefined` where it has more places than one. */
export function placeOf(host: RunHost, question: Question): Place | undefined {
  const { rowsIn, row, group, item } = question;
  if (rowsIn !== undefined && row !== undefined) {
    if (item) return rowPlace(host, rowsIn, row, rowFieldOf(group, item));
    return group.single ? rowPlace(host, rowsIn, row, rowChoiceOf(group)) : undefined;
  }
  const field = fieldOf(question);
  return field === undefined ? undefined : runPlace(host, field);
}
