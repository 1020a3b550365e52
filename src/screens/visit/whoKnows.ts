import { type CaseFile, textAt, valueAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { type Person, peopleOf } from "../../domain/people.ts";
import { maySee } from "../../domain/sight.ts";
import { ownWordsOf } from "./ownWords.ts";

export type Known = {
  readonly record: RecordId;
  /** Persons beside the voice who may see it. */
  readonly may: readonly Person[];
  /** Persons to whom it was refused by name. */
  readonly mayNot: readonly Person[];
  /** Somebody who is no person of the case, by the name that was given. */
  readonly byName: string;
};

/** What this person said in this visit, by record, with who may know it. Nobody named: workers only. */
export function whoKnows(file: CaseFile, visit: RecordId, voice: RecordId): readonly Known[] {
  const words = ownWordsOf(file, visit, voice);
  const others = peopleOf(file).filter((person) => person.id !== voice);
  return [...new Set(words.map((word) => word.record))].map((record) => {
    const heads = words.filter((word) => word.record === record).map((word) => word.head);
    return {
      record,
      may: others.filter(({ id }) =>
        heads.every((head) => maySee(file, record, head, { kind: "person", id })),
      ),
      mayNot: others.filter(({ id }) => valueAt(file, record, fields.mayKnow(id)) === false),
      byName: textAt(file, record, fields.mayKnowByName),
    };
  });
}
