import { type CaseFile, textAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

/** The agency's own case file holds its name and its people's, and nothing of a family. */
export const agencyRecord = "agency" as RecordId;
export const agencyNameField = "name";
/** The seed of the agency's root as an age file, in hexadecimal: only the agency's recovery sheet opens it. */
export const sealedRootField = "sealedRoot";

/** For whom an invitation was made, by its key: for who keeps an eye on what is still open. */
export const invitedNameField = "invitedName";

export const invitedNameOf = (file: CaseFile, key: string): string =>
  textAt(file, key as RecordId, invitedNameField);

export const agencyNameOf = (file: CaseFile): string => textAt(file, agencyRecord, agencyNameField);

export const sealedRootOf = (file: CaseFile): string => textAt(file, agencyRecord, sealedRootField);

export const colleagueNameOf = (file: CaseFile, member: string): string =>
  textAt(file, member as RecordId, "name");
