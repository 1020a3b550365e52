import { type CaseFile, recordsOf, valueAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";
import { type Person, personOf } from "./people.ts";
import { answerOf, runsOf } from "./run.ts";
import { visitFields, visitOf } from "./visit.ts";

/**
 * "Het kind begon zelf": a child that begins to tell is listened to. A record of its own, of kind `child-talk`, so
 * that it never waits for a preparation; fields in the order in which they are asked.
 */
export const childTalkKind = "child-talk";

export const childTalkFields = {
  about: "about",
  /** What I asked. */
  asked: "asked",
  /** What the child said, literally. */
  said: "said",
  /** What I saw. */
  saw: "saw",
  /** Who was there. */
  present: "present",
  /** "Wie is er straks bij het kind?": a person of the case, or a name. */
  afterwards: "afterwards",
} as const;

/** Did this child begin to tell by itself, in this visit where one is named? */
export const hasBegunItself = (file: CaseFile, child: RecordId, visit?: RecordId): boolean =>
  recordsOf(file, childTalkKind).some((id) => {
    if (valueAt(file, id, childTalkFields.about) !== child) return false;
    const heads = [...(file.records.get(id)?.values() ?? [])].flatMap((place) => place.heads);
    return visit === undefined || heads.some((head) => head.visit === visit);
  });

const isNamed = (value: unknown): boolean =>
  (typeof value === "string" && value.trim() !== "") || (Array.isArray(value) && value.length > 0);

/** Who catches the child after a planned talk in this visit, as arranged beforehand. */
export function isAftercareArranged(file: CaseFile, child: RecordId, visit: RecordId | undefined): boolean {
  const places = [
    { instrument: "conversation-preparation", item: "aftercare-person" },
    { instrument: "child-conversation-steps", item: "aftercare" },
  ];
  return places.some(({ instrument, item }) =>
    runsOf(file, { instrument })
      .filter((run) => run.visit === visit && (run.about === child || instrument !== places[1]?.instrument))
      .some((run) => isNamed(answerOf(file, run.id, item)?.value)),
  );
}

/** May a planned talk with this child start? A child that began by itself is never held up. */
export const mayStartChildTalk = (file: CaseFile, child: RecordId, visit: RecordId | undefined): boolean =>
  hasBegunItself(file, child, visit) || isAftercareArranged(file, child, visit);

const preparedBy = (
  file: CaseFile,
  visit: RecordId | undefined,
  items: readonly string[],
): readonly string[] =>
  runsOf(file, { instrument: "conversation-preparation" })
    .filter((run) => run.visit === visit)
    .flatMap((run) => items.map((item) => answerOf(file, run.id, item)?.value))
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((id) => typeof id === "string");

/** The ticks of who comes to the visit itself. */
function ticked(file: CaseFile, visit: RecordId | undefined): readonly string[] {
  const prefix = visitFields.with("");
  return [...((visit && file.records.get(visit)?.keys()) || [])]
    .filter((field) => visit && field.startsWith(prefix) && valueAt(file, visit, field) === true)
    .map((field) => field.slice(prefix.length));
}

const personsAmong = (file: CaseFile, ids: readonly string[]): readonly Person[] =>
  recordsOf(file, "person")
    .filter((id) => ids.includes(id))
    .map((id) => personOf(file, id));

/** Persons of the case who will be there: ticked for the visit, or named by its preparation. */
export const plannedWith = (file: CaseFile, visit: RecordId | undefined): readonly Person[] =>
  personsAmong(file, [
    ...ticked(file, visit),
    ...preparedBy(file, visit, ["conversation-with", "who-present", "who-must-attend"]),
  ]);

/** Children with whom a talk is prepared. To be at home during a visit is not yet to be talked with. */
export const preparedTalksWith = (file: CaseFile, visit: RecordId | undefined): readonly Person[] =>
  personsAmong(file, preparedBy(file, visit, ["conversation-with"])).filter(
    (person) => person.voice === "child",
  );

/** Is there a worry on record about this person: a role that says so, for the warning beside "wie is er straks". */
export const hasWorriesAbout = (person: Person): boolean => person.roles.includes("parent-concern");

/** Has a visit with one of the parents begun before this one? */
export const hasTalkedWithParents = (file: CaseFile, visit: RecordId | undefined): boolean =>
  recordsOf(file, "visit").some(
    (id) =>
      id !== visit &&
      visitOf(file, id).begunAt !== undefined &&
      plannedWith(file, id).some((person) => person.voice === "parent"),
  );
