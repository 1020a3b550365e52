import type { RecordId } from "../domain/ids.ts";
import { fields } from "../domain/instrument.ts";
import type { Command } from "./command.ts";

/** "Wie mag dit weten?": who may see what stands in these records. Said by the voice itself, and may be taken back. */
export const allowSight: Command<{
  readonly records: readonly RecordId[];
  readonly persons: Readonly<Record<RecordId, boolean>>;
  /** A name that is nobody's in the case. `null` takes it back. */
  readonly somebodyElse?: string | null;
}> = {
  intent: "sightAllowed",
  inTogether: true,
  plan: ({ records, persons, somebodyElse }) =>
    records.flatMap((record) => [
      ...Object.entries(persons).map(([person, may]) => ({
        record,
        field: fields.mayKnow(person),
        value: may,
      })),
      ...(somebodyElse === undefined
        ? []
        : [{ record, field: fields.mayKnowByName, value: somebodyElse || null }]),
    ]),
};
