import type { CaseFile } from "./casefile.ts";
import { familyRecord, type RecordId, type RunKey } from "./ids.ts";
import { groupsFor, type Instrument } from "./instrument.ts";
import { instruments } from "./instruments/list.ts";
import type { Person } from "./people.ts";
import { type Goal, goalsOf } from "./plan.ts";
import { runsOf } from "./run.ts";
import { isWorkerVoice } from "./sight.ts";
import { visitsOf } from "./visit.ts";

/** What can be laid before one person: a tool, or a part of one, about somebody or about one of their goals. */
export type Offer = {
  /** Tells offers apart in one list. */
  readonly id: string;
  readonly instrument: string;
  readonly about: RecordId;
  readonly items?: readonly string[];
};

/** Who can look or listen along. `unknown` is as careful as somebody. */
export type Earshot = "nobody" | "unknown" | readonly RecordId[];

/** The map, the marks for safety and the marks for progress are one instrument, and three things to lay on a table. */
const parts: {
  readonly [instrument: string]: readonly { readonly id: string; readonly items: readonly string[] }[];
} = {
  "signs-of-safety": [
    { id: "map", items: ["goes-well", "worries", "must-happen"] },
    { id: "safety", items: ["safety-score-family"] },
    { id: "progress", items: ["progress-score-family"] },
  ],
};

/** Which page of the family's screens is open, and for questions which tool and question. */
export type TogetherPlace = {
  readonly page: string;
  readonly tool: number;
  readonly question: string;
  /** What is told of, where things are told one by one: a moment of the week, a goal. */
  readonly row?: RecordId;
  /** The person tells and the worker writes. */
  readonly isTold?: boolean;
};

/** With a parent in earshot a child is asked nothing about safety at home; nor where nobody knows who listens. */
export function isGuarded(person: Person, people: readonly Person[], earshot: Earshot | undefined): boolean {
  if (person.voice !== "child") return false;
  if (earshot === "nobody") return false;
  if (earshot === undefined || earshot === "unknown") return true;
  // Somebody, and nobody said who: that is as little known as "weet ik niet".
  if (earshot.length === 0) return true;
  return people.some((one) => earshot.includes(one.id) && one.voice === "parent");
}

/** A goal's own sentence stands above its questions: words of somebody else are not shown there. */
const isOfAnother = (file: CaseFile, { head }: Goal, person: Person): boolean =>
  head !== undefined && head.voice !== person.id && !isWorkerVoice(file, head.voice);

function aboutsOf(file: CaseFile, instrument: Instrument, person: Person): readonly RecordId[] {
  if (instrument.about === "family") return [familyRecord];
  if (instrument.about !== "goal") return [person.id];
  return goalsOf(file)
    .filter(
      (goal) => goal.owner === person.id || (goal.owner === undefined && !isOfAnother(file, goal, person)),
    )
    .map((goal) => goal.id);
}

/** Everything that this person may be asked, in the order of the instruments. */
export function offersFor(file: CaseFile, person: Person, guarded: boolean): readonly Offer[] {
  return instruments
    .filter((one) => one.voices.includes(person.voice) && (!guarded || one.inEarshot === true))
    .filter((one) => groupsFor(one, person.voice).length > 0)
    .flatMap((one) =>
      aboutsOf(file, one, person).flatMap((about): readonly Offer[] => {
        const base = { instrument: one.id, about };
        const split = parts[one.id];
        if (split) return split.map(({ id, items }) => ({ ...base, id, items }));
        return [
          { ...base, id: about === familyRecord || about === person.id ? one.id : `${one.id}/${about}` },
        ];
      }),
    );
}

/** Is this the first time that somebody sits at this table? Then no number for safety is suggested to a family. */
export const isFirstVisit = (file: CaseFile, visit: RecordId): boolean =>
  !visitsOf(file).some((one) => one.id !== visit && one.phase === "finished");

/** What lies ready for this person: the tools that were laid out, but on a first visit no number for safety. */
export function suggestedFor(
  offers: readonly Offer[],
  laidOut: readonly string[],
  isFirst: boolean,
): readonly string[] {
  return offers
    .filter((offer) => laidOut.includes(offer.instrument))
    .filter((offer) => offer.id !== "progress" && !(isFirst && offer.id === "safety"))
    .map((offer) => offer.id);
}

/** The run that a tool is opened in: a repeated one goes on where it was last in this visit. */
export function keyOf(
  file: CaseFile,
  instrument: Instrument,
  about: RecordId,
  voice: RecordId,
  visit: RecordId | undefined,
): RunKey {
  const key: RunKey = {
    instrument: instrument.id,
    about,
    voice,
    ...(visit && instrument.span === "visit" ? { visit } : {}),
  };
  if (!instrument.repeats) return key;
  const last = runsOf(file, key).at(-1);
  return { ...key, occasion: last?.occasion ?? "1" };
}
