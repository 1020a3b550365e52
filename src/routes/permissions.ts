import type { Run } from "../app/useCase.ts";
import { type TextHandle, useText } from "../app/useText.ts";
import { allowSight } from "../commands/sight.ts";
import type { CaseFile } from "../domain/casefile.ts";
import type { RecordId } from "../domain/ids.ts";
import { type Person, peopleOf } from "../domain/people.ts";
import { openEarlier, openEarlierByName, ownRecords } from "./ownHost.ts";

type Sitting = {
  readonly file: CaseFile;
  readonly person: RecordId;
  readonly visit: RecordId | undefined;
  readonly write: Run;
};

const folded = (name: string): string =>
  name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase();

/**
 * The one person of the case with exactly this name. "Oma" is not yet "oma Sevim": there may be two of them, and the
 * wrong one must not read along. Whom nobody is sure of stays a name, for the workers to read.
 */
export function personNamed(file: CaseFile, name: string, except: RecordId): Person | undefined {
  const found = peopleOf(file).filter((one) => one.id !== except && folded(one.name) === folded(name));
  return found.length === 1 ? found[0] : undefined;
}

/** What this person says of everybody who stood on the page; by that, what was said last time ends for all others. */
export async function allow(
  { file, person, visit, write }: Sitting,
  persons: Readonly<Record<string, boolean>>,
): Promise<void> {
  const begun = ownRecords(file, person, visit);
  if (Object.keys(persons).length > 0) await write(allowSight, { records: begun, persons });
  for (const one of peopleOf(file).filter(({ id }) => id !== person && persons[id] !== true)) {
    const records = openEarlier(file, person, visit, one.id);
    if (records.length > 0) await write(allowSight, { records, persons: { [one.id]: false } });
  }
  const named = openEarlierByName(file, person, visit);
  if (named.length > 0) await write(allowSight, { records: named, persons: {}, somebodyElse: null });
}

/** The name of somebody else who may know. Done: recorded, for the person of that name or as the words it is. */
export const somebodyElseFor = ({ file, person, visit, write }: Sitting) =>
  function useSomebodyElse(): TextHandle {
    return useText({
      caseId: file.case,
      record: visit ?? "no-visit",
      field: "somebody-else-may-know",
      voice: person,
      save: (text, { clearsDraft }) =>
        write(
          allowSight,
          { records: ownRecords(file, person, visit), ...namedIn(file, text, person) },
          { clearsDraft },
        ),
    });
  };

/** What a name that was given allows, and to whom. */
export function namedIn(file: CaseFile, name: string, by: RecordId) {
  const known = personNamed(file, name, by);
  return known ? { persons: { [known.id]: true } } : { persons: {}, somebodyElse: name.trim() };
}
