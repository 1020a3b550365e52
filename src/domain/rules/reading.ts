import { type CaseFile, valueAt } from "../casefile.ts";
import type { Value } from "../entry.ts";
import { familyRecord, type RecordId } from "../ids.ts";
import { aspectsOf, fields, type Group, type Instrument, type Item } from "../instrument.ts";
import { instrumentById } from "../instruments/list.ts";
import { isAnswered, type Run, runsOf } from "../run.ts";
import type { RuleContext } from "./rule.ts";

/** How rules read a case file: answers, what goes with them, and the runs beside the one that lies open. */

export const answerAt = (file: CaseFile, run: Run, item: string): Value | undefined =>
  valueAt(file, run.id, fields.answer(item));

export const hasAnswer = (file: CaseFile, run: Run, item: string): boolean =>
  isAnswered(answerAt(file, run, item));

const isYesValue = (value: Value | undefined): boolean => value === "yes" || value === true;

/** Answered yes, or ticked. "Unknown" and "weet ik niet" are neither yes nor no. */
export const isYes = (file: CaseFile, run: Run, item: string): boolean =>
  isYesValue(answerAt(file, run, item));

export const isNo = (file: CaseFile, run: Run, item: string): boolean => {
  const value = answerAt(file, run, item);
  return value === "no" || value === false;
};

/** What was written to an item in words; "" for anything else. */
export function wordsAt(file: CaseFile, run: Run, field: string): string {
  const value = valueAt(file, run.id, field);
  return typeof value === "string" ? value.trim() : "";
}

/** The items of a list that have no answer in this run. */
export const openItems = (file: CaseFile, run: Run, items: readonly string[]): readonly string[] =>
  items.filter((item) => !hasAnswer(file, run, item));

/** Is a person, or one of several persons, named in this answer? */
export function names(value: Value | undefined, person: RecordId): boolean {
  return Array.isArray(value) ? value.includes(person) : value === person;
}

const isNear = (run: Run, open: Run): boolean =>
  run.about === open.about || run.about === familyRecord || open.about === familyRecord;

/**
 * The runs of an instrument that bear on what lies open: the open run itself where it is of that instrument, else
 * those about the same person or the family. Without an open run: all of them.
 */
export function runsNear({ file, run: open }: RuleContext, instrument: string): readonly Run[] {
  if (open?.instrument === instrument) return [open];
  const runs = runsOf(file, { instrument });
  return open ? runs.filter((run) => isNear(run, open)) : runs;
}

/** As `runsNear`, and of the same visit where the open run belongs to one. */
export const runsNearInVisit = (context: RuleContext, instrument: string): readonly Run[] =>
  runsNear(context, instrument).filter(
    (run) => !context.run?.visit || run.visit === undefined || run.visit === context.run.visit,
  );

export const instrumentOf = (run: Run): Instrument | undefined => instrumentById(run.instrument);

export type Asked = { readonly run: Run; readonly group: Group; readonly item: Item };

/** All items of a run's instrument that fulfil a condition. */
export function itemsWhere(run: Run, holds: (asked: Asked) => boolean): readonly Asked[] {
  const groups = instrumentOf(run)?.groups ?? [];
  return groups
    .flatMap((group) => group.items.map((item) => ({ run, group, item })))
    .filter((asked) => holds(asked));
}

/** Items answered yes that ask a further question of this name. */
export const yesItemsWith = (file: CaseFile, run: Run, aspect: string): readonly string[] =>
  itemsWhere(
    run,
    ({ group, item }) => aspectsOf(group, item).some((one) => one === aspect) && isYes(file, run, item.id),
  ).map(({ item }) => item.id);

/** Fields of the free "anders" lines of a group that hold something. */
export function otherLines(file: CaseFile, run: Run, group: string): readonly string[] {
  const prefix = fields.other(group, "");
  return [...(file.records.get(run.id)?.keys() ?? [])].filter(
    (field) => field.startsWith(prefix) && isAnswered(valueAt(file, run.id, field)),
  );
}
