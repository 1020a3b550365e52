import type { RecordId } from "../domain/ids.ts";
import { cardFields, type MapColumn } from "../domain/plan.ts";
import type { Command } from "./command.ts";
import { writeRecord } from "./records.ts";

/** An agreement: who · what · when · in which situation · and if it doesn't work. Fields as in `agreementFields`. */
export const agree = writeRecord("agreement", "agreed");

/** A goal in the family's own words. Fields as in `goalFields`; the quality check is help and never a lock. */
export const writeGoal = writeRecord("goal", "goalWritten", true);

/** A card on the map, in the voice of who says it. */
export const layCard = writeRecord("card", "cardLaid", true);

/** A note of the worker. Fields as in `noteFields`. */
export const noteDown = writeRecord("note", "noted");

/** A moment of the irritation diary; fields are the items of that instrument. */
export const writeMoment = writeRecord("moment", "momentWritten", true);

/** Moves a card to a column and a place in it. `order` lies between those of its new neighbours. */
export const moveCard: Command<{
  readonly card: RecordId;
  readonly column: MapColumn;
  readonly order: number;
}> = {
  intent: "cardMoved",
  inTogether: true,
  plan: ({ card, column, order }) => [
    { record: card, field: cardFields.column, value: column },
    { record: card, field: cardFields.order, value: order },
  ],
};
