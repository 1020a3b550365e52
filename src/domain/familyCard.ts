import { type CaseFile, conflictsOf, textAt } from "./casefile.ts";
import { familyRecord } from "./ids.ts";
import { isChild, isFamily, peopleOf } from "./people.ts";
import { agreementsOf, isRunning } from "./plan.ts";
import { familyNameField, hasOpenDecision, safetyConflictsOf, unknownAlarmsOf } from "./safety.ts";
import { openVisitOf, visitsOf } from "./visit.ts";

/** Another shape of the card, or another reckoning of what is on it, makes every kept card be made anew. */
export const cardVersion = 1;

/** What the list of families shows of one family. No scores: the list may be seen over a shoulder. */
export type FamilyCard = {
  readonly name: string;
  readonly children: readonly { readonly name: string; readonly birth: string }[];
  readonly adults: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly languages: readonly string[];
  /** Planned visits that have not begun, as written: local dates. */
  readonly planned: readonly { readonly id: string; readonly at: string; readonly location: string }[];
  readonly openVisit: string | undefined;
  readonly openDecision: boolean;
  readonly unknownAlarms: number;
  readonly agreementsRunning: number;
  readonly versions: number;
  readonly safetyVersions: number;
};

export function familyCardOf(file: CaseFile): FamilyCard {
  const people = peopleOf(file);
  return {
    name: textAt(file, familyRecord, familyNameField),
    children: people.filter(isChild).map(({ name, birth }) => ({ name, birth })),
    adults: people
      .filter((person) => !isChild(person) && isFamily(person))
      .map(({ name, roles }) => ({ name, roles })),
    languages: [...new Set(people.filter(isFamily).map((person) => person.language))],
    planned: visitsOf(file)
      .filter((visit) => visit.phase === "prepare" && visit.plannedAt !== "")
      .map((visit) => ({ id: visit.id, at: visit.plannedAt, location: visit.location })),
    openVisit: openVisitOf(file)?.id,
    openDecision: hasOpenDecision(file),
    unknownAlarms: unknownAlarmsOf(file).length,
    agreementsRunning: agreementsOf(file).filter(isRunning).length,
    versions: conflictsOf(file).length,
    safetyVersions: safetyConflictsOf(file).length,
  };
}
