import type { HandedTool } from "../../app/state.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { type Earshot, isGuarded, offersFor } from "../../domain/handing.ts";
import type { RecordId } from "../../domain/ids.ts";
import { peopleOf, personOf } from "../../domain/people.ts";

/** What the worker chose for one person. */
export type Chosen = {
  readonly person: RecordId;
  readonly language: string;
  readonly earshot: Earshot | undefined;
  /** Ids of offers, in the order in which they are laid before the person. */
  readonly offers: readonly string[];
};

/** The tools that were chosen and are safe for this person now, in the order in which they were chosen. */
export function toolsFor(file: CaseFile, chosen: Chosen): readonly HandedTool[] {
  const person = personOf(file, chosen.person);
  const offers = offersFor(file, person, isGuarded(person, peopleOf(file), chosen.earshot));
  return chosen.offers.flatMap((id) => {
    const offer = offers.find((one) => one.id === id);
    if (!offer) return [];
    const { instrument, about, items } = offer;
    return [{ instrument, about, ...(items ? { items } : {}) }];
  });
}
