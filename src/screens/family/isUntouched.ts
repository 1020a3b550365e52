import { type CaseFile, existsField } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isAnswered } from "../../domain/run.ts";

/** Has nothing been written in a record since it was made? A sheet left like that leaves nothing behind. */
export const isUntouched = (file: CaseFile, record: RecordId): boolean =>
  ![...(file.records.get(record) ?? [])].some(
    ([field, place]) => field !== existsField && place.heads.some((head) => isAnswered(head.value)),
  );
