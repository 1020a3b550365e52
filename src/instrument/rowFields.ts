import type { Group, Item } from "../domain/instrument.ts";
import { fields } from "../domain/instrument.ts";
import { goalFields } from "../domain/plan.ts";

/** Where an item of a row stands in its record. Lists of options and checks keep their items under their own name. */
export function rowFieldOf(group: Group, item: Item): string {
  const isList = group.kind === "option" || group.kind === "option-derived" || group.kind === "yes-no";
  return isList ? `${group.id}/${item.id}` : fields.answer(item.id);
}

/** Where the choice of one stands in a row. The goal sheet names its group by itself. */
export const rowChoiceOf = (group: Group): string =>
  group.rowOf === "sentence-starter" ? goalFields.group : fields.choice(group.id);
