import type { RecordId } from "../domain/ids.ts";
import {
  type Aspect,
  aspectsOf,
  fields,
  type Group,
  groupsFor,
  type Instrument,
  type Item,
  inputOf,
} from "../domain/instrument.ts";
import { isAnswered } from "../domain/run.ts";
import type { RunHost } from "./host.ts";
import { levelCardOf, thermometerFields } from "./thermometerLevels.ts";
import { scoreOf } from "./values.ts";
import type { ToolWords } from "./words.ts";

/**
 * One question on a family's screen. `one`: a single item. `list`: a whole list at once, of which one or several are
 * chosen. `level`: an item at one level of the thermometer. `aspect`: a further question of an item that holds.
 * `cards`: what is added one by one. `rows`: what was told so far of what is told one by one; each of those is asked
 * about by a `row` for every item and a `rowList` for every list (`rowQuestions`). `read`: something to read together.
 */
export type Question = {
  readonly id: string;
  readonly show: "one" | "list" | "level" | "aspect" | "rows" | "row" | "rowList" | "cards" | "read";
  readonly group: Group;
  readonly item?: Item;
  readonly level?: number;
  readonly aspect?: Aspect;
  /** The answer or level that the words speak of. */
  readonly n?: number | string;
  readonly rowGroups?: readonly Group[];
  readonly examples?: readonly Group[];
  /** The group of rows that a `row` or `rowList` stands in. */
  readonly rowsIn?: string;
  /** The row that is asked about; of `rows`: the one that was asked about last. */
  readonly row?: RecordId;
};

type Options = {
  /** A first visit suggests no number for safety to anybody of the family. */
  readonly isFirstVisit?: boolean;
  /** Only these items, where the worker chose some. Follow-ups go along with what they follow. */
  readonly items?: readonly string[];
};

const safetyNumbers: ReadonlySet<string> = new Set([
  "safety-score-family",
  "safety-score-meaning",
  "safety-one-higher",
]);

type Asking = { readonly instrument: Instrument; readonly host: RunHost };

/** A follow-up names the answer that it follows: a number, or nothing to ask about. */
function answerNamed({ host }: Asking, item: Item): number | string | undefined {
  const value = item.after ? host.value(fields.answer(item.after)) : undefined;
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}

function itemQuestion(asking: Asking, group: Group, item: Item): readonly Question[] {
  if (item.shows) return [];
  const n = answerNamed(asking, item);
  if (item.after && n === undefined) return [];
  const isRead = group.kind === "step" && !item.input;
  return [{ id: item.id, show: isRead ? "read" : "one", group, item, ...(n === undefined ? {} : { n }) }];
}

/** Ticks of a list, and then the further questions of those that hold. */
function listQuestions({ host }: Asking, group: Group): readonly Question[] {
  const list: Question = { id: group.id, show: "list", group };
  const further = group.items.flatMap((item) => {
    const value = host.value(fields.answer(item.id));
    if (value !== "yes" && value !== true) return [];
    return aspectsOf(group, item).map(
      (aspect): Question => ({ id: fields.aspect(item.id, aspect), show: "aspect", group, item, aspect }),
    );
  });
  return [list, ...further];
}

/**
 * The levels that are worth asking about: where it stood, what is filled in already, and the two below the point at
 * which stopping hardly works. Asking all eleven would be an exam.
 */
export function askedLevels(host: RunHost): readonly number[] {
  const now = scoreOf(host.value(thermometerFields.level));
  const point = scoreOf(host.value(thermometerFields.point));
  const all = Array.from({ length: 11 }, (_, level) => level);
  return all.filter((level) => {
    if (point !== null && level >= point) return false;
    if (level === now || (point !== null && level >= point - 2)) return true;
    return (
      isAnswered(host.value(thermometerFields.signs(level))) ||
      isAnswered(host.value(thermometerFields.action(level)))
    );
  });
}

/** The items that have one answer per level, level by level: what I notice, what I do, who is with the children. */
function levelQuestions({ host }: Asking, found: readonly Question[]): readonly Question[] {
  const order = ["signs-per-level", "first-aid-actions", "with-children"];
  const rank = (question: Question): number => order.indexOf(question.item?.id ?? "");
  const sorted = [...found].sort((a, b) => rank(a) - rank(b));
  return askedLevels(host).flatMap((level) =>
    sorted
      .filter((question) => question.item?.id !== "with-children" || levelCardOf(host, level).asksWho)
      .map((question): Question => {
        const id = fields.atLevel(question.item?.id ?? "", level);
        return { ...question, id, show: "level", level, n: level };
      }),
  );
}

function groupQuestions(asking: Asking, group: Group, groups: readonly Group[]): readonly Question[] {
  if (group.kind === "example" || group.kind === "tip") return [];
  if (group.rowOf && groups.some((one) => one.id === group.rowOf)) return [];
  if (group.kind === "fact") return [{ id: group.id, show: "read", group }];
  if (group.rows) {
    const rowGroups = groups.filter((one) => one.rowOf === group.id);
    return [{ id: group.id, show: "rows", group, rowGroups, examples: examplesIn(groups) }];
  }
  if (group.kind === "card-derived") {
    return group.items.map((item) => ({ id: item.id, show: "cards", group, item }));
  }
  if (group.single) return [{ id: group.id, show: "list", group }];
  if (group.kind === "option" || group.kind === "option-derived" || group.kind === "yes-no") {
    return listQuestions(asking, group);
  }
  return group.items.flatMap((item) => itemQuestion(asking, group, item));
}

const examplesIn = (groups: readonly Group[]): readonly Group[] =>
  groups.filter((group) => group.kind === "example");

/** After the levels come what looks back: did it help, when was it. */
const looksBack = ({ group, item }: Question): boolean => {
  const input = item && inputOf(group, item);
  return input === "yesNo" || input === "dateTime";
};

function withLevels(asking: Asking, found: readonly Question[]): readonly Question[] {
  const perLevel = found.filter((question) => question.item?.perLevel);
  if (perLevel.length === 0) return found;
  const plain = found.filter((question) => !question.item?.perLevel);
  return [
    ...plain.filter((question) => !looksBack(question)),
    ...levelQuestions(asking, perLevel),
    ...plain.filter(looksBack),
  ];
}

/** A follow-up stands right behind what it follows, wherever the handbook's lists put it. */
function followingOn(found: readonly Question[]): readonly Question[] {
  const followsOf = (id: string): readonly Question[] =>
    found.filter((question) => question.item?.after === id);
  return found
    .filter((question) => !question.item?.after)
    .flatMap((question) => [question, ...(question.item ? followsOf(question.item.id) : [])]);
}

const isWanted = (question: Question, { items, isFirstVisit }: Options): boolean => {
  const { item } = question;
  if (isFirstVisit && item && safetyNumbers.has(item.id)) return false;
  if (!items) return true;
  const own = [
    item?.id,
    item?.after,
    question.group.id,
    ...(item ? [] : question.group.items.map((one) => one.id)),
  ];
  return own.some((id) => id !== undefined && items.includes(id));
};

/**
 * The family's sequence, one question at a time, as it stands now: follow-ups appear once there is something to follow.
 * Ask again after every answer.
 */
export function questionsOf(
  instrument: Instrument,
  voice: "parent" | "child",
  host: RunHost,
  options: Options = {},
): readonly Question[] {
  const asking = { instrument, host };
  const groups = groupsFor(instrument, voice);
  const found = groups.flatMap((group) => groupQuestions(asking, group, groups));
  return followingOn(withLevels(asking, found)).filter((question) => isWanted(question, options));
}

/** Where in the run the answer to a question stands, if it is one place there. */
export function fieldOf({ show, group, item, level, aspect }: Question): string | undefined {
  if (show === "list") return group.single ? fields.choice(group.id) : undefined;
  if (!item || show === "row" || show === "cards" || show === "read") return undefined;
  if (show === "level" && level !== undefined) return fields.atLevel(item.id, level);
  if (show === "aspect" && aspect) return fields.aspect(item.id, aspect);
  return fields.answer(item.id);
}

/** What is asked, in the words of the voice, and what it speaks of where that must be said too. */
export function questionText(question: Question, words: ToolWords): { text: string; about?: string } {
  const { show, group, item, n, aspect } = question;
  if (show === "aspect" && item && aspect) return { text: words.aspect(aspect), about: words.item(item) };
  if (show === "rowList") return { text: words.group(group) };
  if (show === "list") {
    const text = words.question(group);
    const about = words.group(group);
    return about === text ? { text } : { text, about };
  }
  if (item && group.kind === "goal") return { text: words.question(group), about: words.item(item) };
  if (item) return { text: words.item(item, n) };
  return { text: show === "rows" || show === "read" ? words.title : words.group(group) };
}
