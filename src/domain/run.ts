import {
  type CaseFile,
  existsField,
  type Head,
  headAt,
  headsAt,
  isAlive,
  kindOf,
  recordsOf,
  valueAt,
} from "./casefile.ts";
import { isUnsaid, type Unsaid, type Value } from "./entry.ts";
import type { RecordId, RunKey } from "./ids.ts";
import {
  fields,
  type Group,
  type GroupKind,
  groupsFor,
  type Instrument,
  type Item,
  type Voice,
} from "./instrument.ts";
import { personOf } from "./people.ts";

/** A run is one instrument, about someone, in one voice, in one visit. Its key stands in the record itself. */
export type Run = RunKey & { readonly id: RecordId };

export const runKeyField = "key";

export function keyValue(key: RunKey): Value {
  return {
    instrument: key.instrument,
    about: key.about,
    voice: key.voice,
    ...(key.visit ? { visit: key.visit } : {}),
    ...(key.occasion ? { occasion: key.occasion } : {}),
  };
}

export function runAt(file: CaseFile, id: RecordId): Run | undefined {
  const key = valueAt(file, id, runKeyField);
  if (typeof key !== "object" || key === null || !("instrument" in key)) return undefined;
  return { id, ...(key as unknown as RunKey) };
}

type Runs = { readonly all: readonly Run[]; readonly byInstrument: ReadonlyMap<string, readonly Run[]> };

/** A case file never changes, so its runs are read and sorted by instrument once: rules ask for them often. */
const known = new WeakMap<CaseFile, Runs>();

function allRuns(file: CaseFile): Runs {
  const before = known.get(file);
  if (before) return before;
  const all: Run[] = [];
  const byInstrument = new Map<string, Run[]>();
  for (const id of recordsOf(file, "run")) {
    const run = runAt(file, id);
    if (!run) continue;
    all.push(run);
    const others = byInstrument.get(run.instrument);
    if (others) others.push(run);
    else byInstrument.set(run.instrument, [run]);
  }
  const runs = { all, byInstrument };
  known.set(file, runs);
  return runs;
}

/** Runs that match all that is given, in the order of their first writing. */
export function runsOf(file: CaseFile, like: Partial<RunKey>): readonly Run[] {
  const { all, byInstrument } = allRuns(file);
  const runs = like.instrument === undefined ? all : (byInstrument.get(like.instrument) ?? []);
  const asked = Object.keys(like) as (keyof RunKey)[];
  return runs.filter((run) => asked.every((name) => run[name] === like[name]));
}

export function answerOf(file: CaseFile, run: RecordId, item: string): Head | undefined {
  const head = headAt(file, run, fields.answer(item));
  return head && head.value !== null ? head : undefined;
}

/** "Onbekend" and "zeg ik liever niet" are answers; `null` is an answer taken back. */
export const isAnswered = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== "";

/** Places of a run that say nothing of the talk itself: what it is, who may see it, a "klaar" that was taken back. */
const isBesideAnswers = (field: string): boolean =>
  field === existsField ||
  field === runKeyField ||
  field === fields.done() ||
  field.startsWith(fields.mayKnow(""));

export type Standing = "empty" | "busy" | "done";

/** How far a run has come. Only the worker's own "klaar" makes it done; it is never forced. */
export function standingOf(file: CaseFile, run: RecordId): Standing {
  if (!isAlive(file, run)) return "empty";
  if (valueAt(file, run, fields.done()) === true) return "done";
  const places = file.records.get(run);
  for (const field of places?.keys() ?? []) {
    if (isBesideAnswers(field)) continue;
    if (isAnswered(valueAt(file, run, field))) return "busy";
  }
  return "empty";
}

/** Kinds that are read, laid out or ticked at will: nothing is missing where they are left. */
const asksNothing: ReadonlySet<GroupKind> = new Set([
  "fact",
  "example",
  "tip",
  "option",
  "option-derived",
  "card-derived",
]);

/** Was this item answered, at one level at least where it has an answer for each? A follow-up waits for its score. */
function isOpen(file: CaseFile, run: RecordId, item: Item): boolean {
  const has = (field: string): boolean => isAnswered(valueAt(file, run, field));
  if (item.shows || item.input === "agreements") return false;
  if (item.after && !has(fields.answer(item.after))) return false;
  if (!item.perLevel) return !has(fields.answer(item.id));
  return ![0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].some((level) => has(fields.atLevel(item.id, level)));
}

/** The kind of voice of a run that has been written in; of an empty one nothing is known. */
function voiceKindOf(file: CaseFile, run: RecordId): Voice | undefined {
  const voice = runAt(file, run)?.voice;
  if (!voice) return undefined;
  return kindOf(file, voice) === "person" ? personOf(file, voice).voice : "worker";
}

/**
 * Items of an instrument that ask this run's voice for an answer and have none. Rows of a repeating group are records
 * of their own and are not among them. A group of which one is chosen is open as a whole: its first item stands for it.
 * Never forced, always visible.
 */
export function unansweredOf(
  file: CaseFile,
  instrument: Instrument,
  run: RecordId,
  voice: Voice | undefined = voiceKindOf(file, run),
): readonly { readonly group: Group; readonly item: Item }[] {
  const open: { group: Group; item: Item }[] = [];
  for (const group of voice ? groupsFor(instrument, voice) : instrument.groups) {
    if (asksNothing.has(group.kind) || group.rows || group.rowOf) continue;
    if (valueAt(file, run, fields.nothingElse(group.id)) === true) continue;
    const asked = group.single ? group.items.slice(0, 1) : group.items;
    const isChosen = group.single && isAnswered(valueAt(file, run, fields.choice(group.id)));
    for (const item of isChosen ? [] : asked) if (isOpen(file, run, item)) open.push({ group, item });
  }
  return open;
}

export type EarlierAnswer = { readonly run: Run; readonly head: Head };

/** What was answered before to the same item about the same person: in other visits and in other voices. */
export function earlierAnswersOf(file: CaseFile, current: RunKey, item: string): readonly EarlierAnswer[] {
  const found: EarlierAnswer[] = [];
  for (const run of runsOf(file, { instrument: current.instrument, about: current.about })) {
    const isSame =
      run.voice === current.voice && run.visit === current.visit && run.occasion === current.occasion;
    if (isSame) continue;
    for (const head of headsAt(file, run.id, fields.answer(item))) {
      if (isAnswered(head.value)) found.push({ run, head });
    }
  }
  return found.sort((a, b) => b.head.lamport - a.head.lamport);
}

/** A score, or why there is none. Anything else in the place is no score. */
export function scoreFrom(value: Value | undefined): number | Unsaid | undefined {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10) return value;
  if (isUnsaid(value)) return value;
  return undefined;
}
