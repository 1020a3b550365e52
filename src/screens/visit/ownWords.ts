import { type CaseFile, type Head, headAt, kindOf } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { inputOf, itemOf } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { cardFields, goalFields, noteFields } from "../../domain/plan.ts";
import { isAnswered, runAt } from "../../domain/run.ts";
import { holdsWords, isBeside } from "../casefile/spoken.ts";

export type OwnWord = {
  readonly record: RecordId;
  readonly field: string;
  readonly head: Head;
  /** Said in words: these can be said otherwise. A mark or a choice is changed where it was given. */
  readonly isText: boolean;
};

const textFields: { readonly [kind: string]: readonly string[] } = {
  card: [cardFields.text],
  note: [noteFields.text],
  goal: [goalFields.sentence, goalFields.seen],
  moment: ["irritation-or-emotion", "trigger", "what-i-did"],
};

function isTextPlace(file: CaseFile, record: RecordId, field: string): boolean {
  const run = runAt(file, record);
  if (!run) return textFields[kindOf(file, record) ?? ""]?.includes(field) ?? false;
  if (field.includes("/other/") || field.endsWith("/note")) return true;
  const instrument = instrumentById(run.instrument);
  const found = instrument && itemOf(instrument, field.split("/")[0] ?? "");
  const input = found && inputOf(found.group, found.item);
  return input === "text" || input === "longText";
}

/** What this person said in this visit, and nobody else, in the order in which it was said. */
export function ownWordsOf(file: CaseFile, visit: RecordId, person: RecordId): readonly OwnWord[] {
  const found: OwnWord[] = [];
  for (const [record, places] of file.records) {
    if (!holdsWords(file, record)) continue;
    for (const field of places.keys()) {
      const head = isBeside(field) ? undefined : headAt(file, record, field);
      if (!head || head.voice !== person || head.visit !== visit || !isAnswered(head.value)) continue;
      const isText = typeof head.value === "string" && isTextPlace(file, record, field);
      found.push({ record, field, head, isText });
    }
  }
  return found.sort((a, b) => a.head.lamport - b.head.lamport);
}

/** Persons of the family who said something in this visit. */
export const voicesIn = (file: CaseFile, visit: RecordId): readonly Person[] =>
  peopleOf(file).filter((person) => isFamily(person) && ownWordsOf(file, visit, person.id).length > 0);
