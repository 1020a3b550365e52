import type { RecordId } from "../domain/ids.ts";
import type { Group } from "../domain/instrument.ts";
import type { Question } from "./questions.ts";

const isList = (group: Group): boolean =>
  group.single === true || group.kind === "option" || group.kind === "option-derived";

/** The items of a group of rows and of what goes with it, each on a screen of its own. */
function itemsIn(group: Group, rowsIn: string, row: RecordId): readonly Question[] {
  return group.items
    .filter((item) => !item.once && !item.shows)
    .map((item): Question => ({ id: `${rowsIn}/${item.id}`, show: "row", group, item, rowsIn, row }));
}

/**
 * What is asked of one row, one question at a time: what it is, which of a list belong to it, and what is asked
 * further. Examples stand with the first words of it.
 */
export function rowQuestions(rows: Question, row: RecordId): readonly Question[] {
  const { group, rowGroups = [], examples = [] } = rows;
  const rowsIn = group.id;
  const lists = rowGroups
    .filter(isList)
    .map((one): Question => ({ id: `${rowsIn}/${one.id}`, show: "rowList", group: one, rowsIn, row }));
  const rest = rowGroups.filter((one) => !isList(one)).flatMap((one) => itemsIn(one, rowsIn, row));
  const [first, ...others] = itemsIn(group, rowsIn, row);
  if (!first) return [];
  return [{ ...first, examples }, ...others, ...lists, ...rest];
}

/** Does a question with this id stand in the rows of that list, or is it the list itself? */
export const isWithin = (rows: Question, id: string): boolean =>
  rows.show === "rows" && (id === rows.id || id.startsWith(`${rows.id}/`));
