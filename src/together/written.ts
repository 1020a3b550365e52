import type { RecordId } from "../domain/ids.ts";
import { cardFields } from "../domain/plan.ts";
import { mapCardsOf } from "../instrument/mapCards.ts";
import { placeOf } from "../instrument/questionPlace.ts";
import type { Question } from "../instrument/questions.ts";
import type { TogetherTool } from "./session.ts";

/**
 * What stands written, to be read back: the answer itself, or what was laid in this column of the map in this visit. A
 * map goes on from visit to visit, and what lay there already was not said just now.
 */
export function writtenAt({ host }: TogetherTool, question: Question, visit: RecordId | undefined): string {
  const { show, group, item } = question;
  if (show === "cards") {
    const cards = mapCardsOf(host.rows(group.id)).filter(
      ({ column, row }) =>
        column === item?.id && row.heads?.(cardFields.text).some((head) => head.visit === visit),
    );
    return cards.map((card) => card.text).join("\n");
  }
  const value = placeOf(host, question)?.value;
  return typeof value === "string" ? value : "";
}
