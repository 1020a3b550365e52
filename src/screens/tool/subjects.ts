import type { CaseFile } from "../../domain/casefile.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { type Instrument, isReadOnly, voicesOf } from "../../domain/instrument.ts";
import { isChild, isFamily, nameOf, type Person, peopleOf } from "../../domain/people.ts";
import { type Goal, goalOf, goalsOf } from "../../domain/plan.ts";
import { visitsOf } from "../../domain/visit.ts";

/** Somebody or something that a tool may be about. */
export type Subject = {
  readonly id: RecordId;
  readonly name: string;
  /** Whose goal it is: two people may have wished for nearly the same. */
  readonly owner?: string;
};

const named = ({ id, name }: Person): Subject => ({ id, name });

/** To whom a goal belongs: who was named, else who said it. */
const whoseGoal = ({ owner, head }: Goal): RecordId | undefined => owner ?? head?.voice;

/** Whom or what a tool can be about in this family. The family itself has no name here. */
export function subjectsOf(file: CaseFile, instrument: Instrument): readonly Subject[] {
  const people = peopleOf(file).filter(isFamily);
  const hasWorker = instrument.voices.includes("worker");
  const may = (person: Person): boolean => hasWorker || instrument.voices.includes(person.voice);
  switch (instrument.about) {
    case "family":
      return [{ id: familyRecord, name: "" }];
    case "child":
      return people.filter(isChild).map(named);
    case "parent":
      return people.filter((person) => !isChild(person)).map(named);
    case "person":
      return people.filter(may).map(named);
    case "goal":
      return goalsOf(file)
        .filter((goal) => goal.sentence !== "")
        .map((goal) => {
          const whose = whoseGoal(goal);
          return { id: goal.id, name: goal.sentence, ...(whose ? { owner: nameOf(file, whose) } : {}) };
        });
  }
}

/** Whose words may be written in a tool about this subject: the persons, in the order in which they are asked. */
export function voicesFor(file: CaseFile, instrument: Instrument, about: RecordId): readonly Person[] {
  const people = peopleOf(file).filter(isFamily);
  const may = people.filter((person) => instrument.voices.includes(person.voice));
  // A goal is asked about to whom it belongs first: words must not come to stand in another's name unawares.
  if (instrument.about === "goal") {
    const whose = whoseGoal(goalOf(file, about));
    return may.toSorted((a, b) => Number(b.id === whose) - Number(a.id === whose));
  }
  // Stress and its signs are somebody's own: nobody else fills them in for them.
  if (instrument.about === "person") return may.filter((person) => person.id === about);
  if (instrument.about === "child")
    return may.filter((person) => person.voice !== "child" || person.id === about);
  return may;
}

/**
 * Does a worker have answers of their own to give, beside what is only read or ticked as a reminder? About stress and
 * its signs never: those are somebody's own.
 */
export const isAnsweredByWorker = (instrument: Instrument): boolean =>
  instrument.about !== "person" &&
  instrument.groups.some(
    (group) =>
      group.kind !== "tip" &&
      !isReadOnly(group.kind) &&
      group.items.some((item) => voicesOf(group, item).includes("worker")),
  );

/** Is this the first visit that was begun? A number for safety is not suggested to a family then. */
export function isFirstVisit(file: CaseFile, visit: RecordId | undefined): boolean {
  if (!visit) return false;
  return !visitsOf(file).some((one) => one.id !== visit && one.begunAt !== undefined);
}

/** A goal's own words, where the record is a goal. */
export const goalAt = (file: CaseFile, record: RecordId): string | undefined =>
  goalsOf(file).find((goal) => goal.id === record)?.sentence;
