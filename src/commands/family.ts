import { existsField } from "../domain/casefile.ts";
import { familyRecord } from "../domain/ids.ts";
import { familyNameField } from "../domain/safety.ts";
import type { Command } from "./command.ts";
import { writeRecord } from "./records.ts";

/** "Nieuw gezin": a name, and one can write. */
export const openFamily: Command<{ readonly name: string }> = {
  intent: "familyOpened",
  inTogether: false,
  plan: ({ name }) =>
    name.trim() === ""
      ? { refused: "nameNeeded" }
      : [
          { record: familyRecord, field: existsField, value: "family" },
          { record: familyRecord, field: familyNameField, value: name.trim() },
        ],
};

/** A person of the case, new or changed; fields as in `personFields`. */
export const writePerson = writeRecord("person", "personWritten");
