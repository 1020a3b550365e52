import { type AccessKind, accessFields, accessRecord } from "../domain/access.ts";
import { existsField } from "../domain/casefile.ts";
import type { CaseId } from "../domain/ids.ts";
import type { Command } from "./command.ts";

type Args = {
  readonly what: AccessKind;
  readonly role: string;
  /** The case that was read, where this is written in another file. */
  readonly of: CaseId;
};

/** Its intent is none of the timeline's: nothing was said about the family. */
export const accessIntent = "accessed";

/** Once per case and session: see `app/agency/accesses.ts`. */
export const logAccess: Command<Args> = {
  intent: accessIntent,
  inTogether: false,
  plan: ({ what, role, of }, { case: caseId, newRecord }) => {
    const record = newRecord();
    return [
      { record, field: existsField, value: accessRecord },
      { record, field: accessFields.what, value: what },
      { record, field: accessFields.role, value: role },
      ...(of === caseId ? [] : [{ record, field: accessFields.case, value: of }]),
    ];
  },
};
