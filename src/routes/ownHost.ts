import type { CaseFile, Head } from "../domain/casefile.ts";
import { existsField, headAt, headsAt, textAt, valueAt } from "../domain/casefile.ts";
import type { RecordId } from "../domain/ids.ts";
import { fields } from "../domain/instrument.ts";
import { isChild, isParent, peopleOf } from "../domain/people.ts";
import { visitFields } from "../domain/visit.ts";
import type { Row, RunHost } from "../instrument/host.ts";

const ownOf = (heads: readonly Head[], person: RecordId): readonly Head[] =>
  heads.filter((head) => head.voice === person);

function ownRow(row: Row, person: RecordId): Row {
  const heads = (field: string): readonly Head[] => ownOf(row.heads?.(field) ?? [], person);
  return { ...row, heads, value: (field) => heads(field)[0]?.value };
}

/**
 * Narrows a run to one person: their own answers, rows and earlier answers, and nothing of anybody else. What only a
 * worker's screen offers (settling versions, sources, scores of others) is left out.
 */
export function ownHost(host: RunHost, person: RecordId, known: RunHost["people"]): RunHost {
  const heads = (field: string): readonly Head[] => ownOf(host.heads(field), person);
  const { instrument, key, voice, answer, annotate, useText, useSomebodyElse } = host;
  const { writeRow, removeRow, useRowText } = host;
  return {
    ...{ instrument, key, voice, answer, annotate, useText, useSomebodyElse },
    ...{ writeRow, removeRow, useRowText },
    heads,
    value: (field) => heads(field)[0]?.value,
    rows: (group) =>
      host
        .rows(group)
        .filter((row) => row.voice === person)
        .map((row) => ownRow(row, person)),
    earlier: (item) => host.earlier(item).filter(({ head }) => head.voice === person),
    people: known,
    nameOf: (id) => known.find((one) => one.id === id)?.name ?? "",
    ...(host.fieldsUnder ? { fieldsUnder: host.fieldsUnder } : {}),
  };
}

/** Whom a family's screen may name: who is at the table in this visit, and the parents. Nobody learns of others here. */
export function knownAtTable(
  file: CaseFile,
  visit: RecordId | undefined,
  person: RecordId,
): RunHost["people"] {
  return peopleOf(file)
    .filter(
      (one) =>
        one.id === person ||
        isParent(one) ||
        (visit !== undefined && valueAt(file, visit, visitFields.with(one.id)) === true),
    )
    .map((one) => ({ id: one.id, name: one.name, isChild: isChild(one) }));
}

/** What this person began in this visit: the records whose visibility is theirs to say. */
export function ownRecords(
  file: CaseFile,
  person: RecordId,
  visit: RecordId | undefined,
): readonly RecordId[] {
  return [...file.records.keys()].filter((record) => {
    const birth = headAt(file, record, existsField);
    return birth?.voice === person && birth.visit === visit;
  });
}

/** Records of before this visit in which this person wrote now. */
const takenUpAgain = (file: CaseFile, person: RecordId, visit: RecordId | undefined): readonly RecordId[] =>
  [...file.records.keys()].filter((record) => {
    const birth = headAt(file, record, existsField);
    if (birth?.voice !== person || birth.visit === visit) return false;
    const places = [...(file.records.get(record)?.keys() ?? [])];
    return places.some((field) =>
      headsAt(file, record, field).some((head) => head.voice === person && head.visit === visit),
    );
  });

/**
 * Those that this listener could see until now. Whoever is not chosen anew must not read the new words by a permission
 * of last time.
 */
export const openEarlier = (
  file: CaseFile,
  person: RecordId,
  visit: RecordId | undefined,
  listener: RecordId,
): readonly RecordId[] =>
  takenUpAgain(file, person, visit).filter(
    (record) => valueAt(file, record, fields.mayKnow(listener)) === true,
  );

/** Those that somebody without a place among the people might know of until now. */
export const openEarlierByName = (
  file: CaseFile,
  person: RecordId,
  visit: RecordId | undefined,
): readonly RecordId[] =>
  takenUpAgain(file, person, visit).filter((record) => textAt(file, record, fields.mayKnowByName) !== "");
