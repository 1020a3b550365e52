import type { CaseFile } from "../../domain/casefile.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { instruments } from "../../domain/instruments/list.ts";
import { isChild, isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { goalsOf } from "../../domain/plan.ts";
import { type Run, runsOf, type Standing, standingOf } from "../../domain/run.ts";
import { openVisitOf } from "../../domain/visit.ts";

export const parts = ["safety", "child", "parents", "talk", "plan", "background"] as const;
export type Part = (typeof parts)[number];

/** Where an instrument stands in the list. One that is not named here, a new one, stands under "background". */
const partOf: { readonly [instrument: string]: Part } = {
  "alarm-signals": "safety",
  "immediate-action-decision": "safety",
  "safety-appraisal": "safety",
  "signs-of-safety": "safety",
  "child-signals": "child",
  "child-signal-caveats": "child",
  "parenting-signals": "parents",
  "stress-sources": "parents",
  "stress-build-up": "parents",
  "irritation-diary": "parents",
  stoplight: "parents",
  thermometer: "parents",
  "conversation-preparation": "talk",
  "parent-conversation-steps": "talk",
  "child-conversation-decision": "talk",
  "child-conversation-frame": "talk",
  "child-conversation-steps": "talk",
  "conversation-record": "talk",
  "miracle-question": "talk",
  "exception-questions": "talk",
  drawing: "talk",
  "scaling-questions": "plan",
  "own-strength-questions": "plan",
  "goals-general": "plan",
  "goals-specific": "plan",
};

/** Places of their own in the program: people and goals are lists, not forms. */
const elsewhere: ReadonlySet<string> = new Set(["case-persons", "goals-specific"]);

export type AssessmentTask = {
  readonly instrument: Instrument;
  readonly about: RecordId;
  /** Named where the instrument is about one of several. */
  readonly person?: Person;
  /** Answered in this person's words where a worker has no voice of its own in it. */
  readonly voice?: RecordId;
  /** `earlier`: answered in a visit of before. What opens now begins empty, with those answers beside it. */
  readonly standing: Standing | "earlier";
  readonly last: Run | undefined;
};

export type AssessmentTool = { readonly instrument: Instrument; readonly tasks: readonly AssessmentTask[] };

/** Everything that can be filled in about this family: per child, parent or person where it is about one. */
export function assessmentTools(file: CaseFile, part: Part): readonly AssessmentTool[] {
  return instruments
    .filter((one) => (partOf[one.id] ?? "background") === part && !elsewhere.has(one.id))
    .map((instrument) => ({ instrument, tasks: tasksOf(file, instrument) }))
    .filter(({ tasks }) => tasks.length > 0);
}

/** Instruments about a child, parent or person of which there is none yet. */
export const waitsForPeople = (file: CaseFile, part: Part): boolean =>
  instruments.some(
    (one) =>
      (partOf[one.id] ?? "background") === part &&
      one.about !== "goal" &&
      one.about !== "family" &&
      tasksOf(file, one).length === 0,
  );

function tasksOf(file: CaseFile, instrument: Instrument): readonly AssessmentTask[] {
  const ofFamily = taskOf(file, instrument, familyRecord);
  if (instrument.about === "family") return [ofFamily];
  const ofPeople = tasksPerPerson(file, instrument);
  // Filled in about the family as a whole, though the method asks it per person: it stays within reach.
  return ofFamily.last ? [ofFamily, ...ofPeople] : ofPeople;
}

function tasksPerPerson(file: CaseFile, instrument: Instrument): readonly AssessmentTask[] {
  const people = peopleOf(file).filter(isFamily);
  const hasWorker = instrument.voices.includes("worker");
  const may = (person: Person): boolean => hasWorker || instrument.voices.includes(person.voice);
  switch (instrument.about) {
    case "family":
      return [];
    case "goal":
      return goalsOf(file)
        .filter((goal) => goal.sentence !== "")
        .map((goal) =>
          taskOf(
            file,
            instrument,
            goal.id,
            people.find((one) => one.id === goal.owner),
          ),
        );
    case "child":
      return people.filter(isChild).map((person) => taskOf(file, instrument, person.id, person));
    case "parent":
      return people
        .filter((person) => !isChild(person) && may(person))
        .map((person) => taskOf(file, instrument, person.id, person));
    case "person":
      return people.filter(may).map((person) => taskOf(file, instrument, person.id, person));
  }
}

function taskOf(file: CaseFile, instrument: Instrument, about: RecordId, person?: Person): AssessmentTask {
  const runs = runsOf(file, { instrument: instrument.id, about }).filter(
    (run) => standingOf(file, run.id) !== "empty",
  );
  const last = runs.at(-1);
  return {
    instrument,
    about,
    ...(person ? { person } : {}),
    ...(person && !instrument.voices.includes("worker") ? { voice: person.id } : {}),
    standing: standingNow(file, runs),
    last,
  };
}

/** What an earlier visit answered stays with that visit; the rest goes on, and opens as it was left. */
function standingNow(file: CaseFile, begun: readonly Run[]): AssessmentTask["standing"] {
  const visit = openVisitOf(file)?.id;
  const now = begun.findLast((run) => run.visit === undefined || run.visit === visit);
  if (now) return standingOf(file, now.id);
  return begun.length > 0 ? "earlier" : "empty";
}
