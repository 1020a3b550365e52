import type { Head } from "../domain/casefile.ts";
import {
  fields,
  type Group,
  type Instrument,
  isReadOnly,
  type Voice,
  voicesOf,
} from "../domain/instrument.ts";
import { isAnswered } from "../domain/run.ts";
import type { RunHost } from "./host.ts";
import type { ToolWords } from "./words.ts";

/**
 * A section of a worker's screen: one group, the two lists of a dimension side by side, or a repeating group with all
 * that belongs to its rows.
 */
export type Section = {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Further fields of the rows of the first group. */
  readonly rowGroups: readonly Group[];
  readonly dimension?: string;
  /** Who may answer something in it. */
  readonly voices: readonly Voice[];
};

function forVoices(instrument: Instrument, voices: readonly Voice[]): readonly Group[] {
  const isFor = (group: Group): boolean =>
    group.items.some((item) => voicesOf(group, item).some((voice) => voices.includes(voice)));
  return instrument.groups
    .map((group) => {
      // Rows are shown whole where anything of them is this voice's: a check without its sentence says nothing.
      const isRowed =
        group.rows && instrument.groups.some((other) => other.rowOf === group.id && isFor(other));
      const own = group.items.filter((item) => voicesOf(group, item).some((voice) => voices.includes(voice)));
      return { ...group, items: isRowed ? group.items : own };
    })
    .filter((group) => group.items.length > 0);
}

/** Sections in the order of the instrument, with what these voices may answer or read. */
export function sectionsOf(instrument: Instrument, voices: readonly Voice[]): readonly Section[] {
  const groups = forVoices(instrument, voices);
  const sections: Section[] = [];
  const examples: Group[] = [];
  for (const group of groups) {
    if (group.rowOf && groups.some((one) => one.id === group.rowOf)) continue;
    if (group.kind === "example") {
      examples.push(group);
      continue;
    }
    const paired = group.dimension
      ? sections.findIndex((section) => section.dimension === group.dimension)
      : -1;
    const pair = sections[paired];
    if (pair) sections[paired] = { ...pair, groups: [...pair.groups, group] };
    else
      sections.push({
        id: group.id,
        groups: [group],
        rowGroups: group.rows ? groups.filter((one) => one.rowOf === group.id) : [],
        ...(group.dimension ? { dimension: group.dimension } : {}),
        voices: [...new Set(group.items.flatMap((item) => voicesOf(group, item)))],
      });
  }
  return withExamples(sections, examples);
}

/** Examples stand with the words that they are taken over into: the rows or the first text of the instrument. */
function withExamples(sections: readonly Section[], examples: readonly Group[]): readonly Section[] {
  if (examples.length === 0) return sections;
  const home = sections.findIndex((section) =>
    section.groups.some((group) => group.rows || group.kind === "field"),
  );
  if (home < 0) return [...sections, { id: "examples", groups: examples, rowGroups: [], voices: ["worker"] }];
  return sections.map((section, at) =>
    at === home ? { ...section, groups: [...section.groups, ...examples] } : section,
  );
}

const isGroupBegun = (host: RunHost, group: Group): boolean => {
  if (isReadOnly(group.kind)) return false;
  if (group.rows || group.kind === "card-derived") return host.rows(group.id).length > 0;
  if (
    isAnswered(host.value(fields.nothingElse(group.id))) ||
    isAnswered(host.value(fields.choice(group.id)))
  ) {
    return true;
  }
  const others = host.fieldsUnder?.(fields.other(group.id, "")) ?? [];
  if (others.some((field) => isAnswered(host.value(field)))) return true;
  return group.items.some(
    (item) =>
      isAnswered(host.value(fields.answer(item.id))) ||
      isAnswered(host.value(fields.done(item.id))) ||
      (item.perLevel === true &&
        levels.some((level) => isAnswered(host.value(fields.atLevel(item.id, level))))),
  );
};

export const levels: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export type SectionState = "empty" | "busy" | "done" | "read";

/** Nothing in it is filled in. */
export const isOnlyRead = (section: Section): boolean =>
  section.groups.every((group) => isReadOnly(group.kind));

/** How far a section is. "Klaar" is the worker's own word; what is only read asks for nothing. */
export function stateOf(host: RunHost, section: Section): SectionState {
  if (isOnlyRead(section)) return "read";
  const first = section.groups[0];
  if (first && host.value(fields.done(first.id)) === true) return "done";
  return section.groups.some((group) => isGroupBegun(host, group)) ? "busy" : "empty";
}

/** The newest of what was answered here before: in another visit, or in another voice. */
export const earlierIn = (host: RunHost, section: Section): Head | undefined =>
  section.groups
    .flatMap((group) => [
      fields.choice(group.id),
      ...group.items.flatMap((item) => [
        fields.answer(item.id),
        ...(item.perLevel ? levels.map((level) => fields.atLevel(item.id, level)) : []),
      ]),
    ])
    .flatMap((field) => host.earlier(field))
    .map(({ head }) => head)
    .reduce<Head | undefined>((last, head) => (last && last.wall >= head.wall ? last : head), undefined);

/** Items of a section that ask for an answer and have none: visible, and never forced. */
export const openIn = (host: RunHost, section: Section): number =>
  section.groups
    .filter((group) => asksEachItem(group) && host.value(fields.nothingElse(group.id)) !== true)
    .flatMap((group) => group.items)
    .filter((item) => !item.perLevel && !item.shows && !isAnswered(host.value(fields.answer(item.id))))
    .length;

const asksEachItem = (group: Group): boolean =>
  !isReadOnly(group.kind) &&
  !group.rows &&
  !["tip", "option", "option-derived", "card-derived"].includes(group.kind) &&
  !group.single;

/** What a section is called: its dimension, else its first list. */
export function sectionTitle(section: Section, words: ToolWords): string {
  if (section.dimension) return words.dimension(section.dimension);
  return section.groups[0] ? words.group(section.groups[0]) : "";
}

/** What a section says to the worker, in the order in which it stands on the screen. */
export const textsOf = (section: Section, words: ToolWords): readonly string[] =>
  [...section.groups, ...section.rowGroups].flatMap((group) => [
    ...(section.groups.length > 1 ? [words.group(group)] : []),
    ...group.items.map((item) => words.item(item)),
  ]);
