import { type CaseFile, existsField, type Head, headAt, isAlive, kindOf } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields, inputOf, itemOf } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { cardFields, goalFields, noteFields } from "../../domain/plan.ts";
import { rowFields } from "../../domain/rows.ts";
import { isAnswered, runAt, runKeyField } from "../../domain/run.ts";

export type OwnWord = {
  readonly record: RecordId;
  readonly field: string;
  readonly head: Head;
  /** Said in words: these can be said otherwise. A mark or a choice is changed where it was given. */
  readonly isText: boolean;
};

/** Kinds of records that hold what people said; a visit, a person or a sheet is the worker's own bookkeeping. */
const spoken: ReadonlySet<string> = new Set(["run", "row", "card", "goal", "note", "moment"]);

const beside: ReadonlySet<string> = new Set([
  existsField,
  runKeyField,
  rowFields.of,
  rowFields.group,
  fields.done(),
  cardFields.column,
  cardFields.order,
  cardFields.about,
  noteFields.mark,
  noteFields.saidBy,
  goalFields.owner,
  goalFields.group,
]);

const isBeside = (field: string): boolean =>
  beside.has(field) || field.startsWith(fields.mayKnow("")) || field.endsWith("/done");

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
    if (!spoken.has(kindOf(file, record) ?? "") || !isAlive(file, record)) continue;
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
