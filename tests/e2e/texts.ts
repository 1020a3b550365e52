import { type CaseFile, headsAt, kindOf, valueAt } from "../../src/domain/casefile.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import {
  aspectInputs,
  aspectsOf,
  fields,
  type Group,
  type Item,
  inputOf,
  type Voice,
  voicesOf,
} from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { cardFields } from "../../src/domain/plan.ts";
import { rowFields } from "../../src/domain/rows.ts";
import { runAt } from "../../src/domain/run.ts";

/** What the catalogue asks for in words, each as `<tool>.<place>`, and which of it a family's file holds. */

const isText = (input: string | undefined): boolean => input === "text" || input === "longText";

export const asksFurtherWords = (group: Group, item: Item): boolean =>
  aspectsOf(group, item).some((aspect) => isText(aspectInputs[aspect]));

/** Kinds beside which a worker keeps a note. */
const noted: ReadonlySet<string> = new Set(["yes-no-unknown", "yes-no", "concern", "positive", "step"]);

const textsOf = (group: Group, item: Item): string[] => [
  ...(isText(inputOf(group, item)) || group.kind === "card-derived" ? [item.id] : []),
  ...aspectsOf(group, item).flatMap((one) =>
    isText(aspectInputs[one]) ? [fields.aspect(item.id, one)] : [],
  ),
  ...(noted.has(group.kind) && !item.input && !group.rowOf ? [fields.note(item.id)] : []),
  ...(group.evidence ? [fields.source(item.id)] : []),
];

/** Every place for words in every tool. */
export const textPlaces: readonly string[] = instruments.flatMap(({ id, groups }) =>
  groups.flatMap((group) => [
    ...group.items.flatMap((item) => textsOf(group, item).map((field) => `${id}.${field}`)),
    ...(group.other ? [`${id}.${group.id}/other`] : []),
  ]),
);

/** What somebody is asked to say in words of their own. */
export const textsSaidBy = (voice: Voice): readonly string[] =>
  instruments.flatMap(({ id, groups }) =>
    groups.flatMap((group) =>
      group.items
        .filter((item) => voicesOf(group, item).includes(voice) && isText(inputOf(group, item)))
        .map((item) => `${id}.${item.id}`),
    ),
  );

const rowTools: { readonly [kind: string]: string } = {
  goal: "goals-specific",
  moment: "irritation-diary",
  card: "signs-of-safety",
  person: "case-persons",
};

const toolOf = (file: CaseFile, id: RecordId): string | undefined =>
  runAt(file, id)?.instrument ??
  rowTools[kindOf(file, id) ?? ""] ??
  runAt(file, valueAt(file, id, rowFields.of) as RecordId)?.instrument;

/** The field of a person for a role that is not in the list. */
const otherRoleField = "roles-other";

/** Free lines have ids of their own, and a card per level a number. */
const placeOf = (field: string): string =>
  field === otherRoleField ? "roles/other" : field.replace(/(\/other)\/.*$|\/\d+$/, "$1");

/** The places that hold words beginning with this, in anybody's voice or in this one's. */
export function placesWith(file: CaseFile, text: string, voice?: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, places] of file.records) {
    const tool = toolOf(file, id);
    for (const field of tool ? places.keys() : []) {
      const holds = headsAt(file, id, field).some(
        ({ value, voice: whose }) =>
          typeof value === "string" && value.startsWith(text) && (voice ?? whose) === whose,
      );
      const column = kindOf(file, id) === "card" && valueAt(file, id, cardFields.column);
      if (holds) found.add(`${tool}.${column || placeOf(field)}`);
    }
  }
  return found;
}
