import { type CaseFile, textAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

/** The agency's own case file holds its name and its people's, and nothing of a family. */
export const agencyRecord = "agency" as RecordId;
export const agencyNameField = "name";

export const agencyNameOf = (file: CaseFile): string => textAt(file, agencyRecord, agencyNameField);

export const colleagueNameOf = (file: CaseFile, member: string): string =>
  textAt(file, member as RecordId, "name");
