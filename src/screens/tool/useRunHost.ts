import type { i18n } from "i18next";
import type { Run as Write } from "../../app/useCase.ts";
import { type TextHandle, useText } from "../../app/useText.ts";
import { annotate, answerItem } from "../../commands/answer.ts";
import type { How, Outcome } from "../../commands/door.ts";
import { moveCard } from "../../commands/plan.ts";
import { removeRecord } from "../../commands/records.ts";
import { settle } from "../../commands/settle.ts";
import { type CaseFile, type Head, headsAt, textAt, valueAt } from "../../domain/casefile.ts";
import { hasWorriesAbout } from "../../domain/childTalk.ts";
import type { Means, Value } from "../../domain/entry.ts";
import {
  type EntryId,
  familyRecord,
  type RecordId,
  type RunKey,
  recordIdFrom,
  runId,
} from "../../domain/ids.ts";
import { fields, type Instrument, isAnswerField, itemOf, voicesOf } from "../../domain/instrument.ts";
import { isChild, nameOf, peopleOf } from "../../domain/people.ts";
import { agreementsOf, cardFields, type MapColumn, mapColumns } from "../../domain/plan.ts";
import { rowKind, rowsOf, rowVoice } from "../../domain/rows.ts";
import { earlierAnswersOf } from "../../domain/run.ts";
import { type AlarmSignal, alarmsOf, unknownAlarmsOf } from "../../domain/safety.ts";
import { dateOf, shortDateOf } from "../../i18n/formats.ts";
import type { Line, Row, RunHost } from "../../instrument/host.ts";
import { mapCardsOf, orderBefore } from "../../instrument/mapCards.ts";
import { idsOf } from "../../instrument/values.ts";
import { shownOf } from "./shown.ts";
import { writeRowAs } from "./writeRow.ts";

export type HostNeeds = {
  readonly file: CaseFile;
  readonly instrument: Instrument;
  readonly key: RunKey;
  readonly voice: "worker" | "parent" | "child";
  /** How a person's words came. A worker's own are always typed by themselves. */
  readonly means: Means;
  /** The visit that is going on, also for a run that spans visits. */
  readonly visit: RecordId | undefined;
  readonly worker: RecordId;
  readonly write: Write;
  readonly i18n: i18n;
  /** Told of every write, with what stood in the place before, so that one tap can take it back. */
  readonly onWrite?: (place: WrittenPlace, outcome: Promise<Outcome>) => void;
};

export type WrittenPlace = {
  readonly record: RecordId;
  readonly field: string;
  readonly before: Value;
  readonly how: How;
};

type How2 = { readonly over?: readonly EntryId[]; readonly clearsDraft?: string };

/** A run as the views of an instrument see it, on a worker's screen. Its `useText` and `useRowText` are hooks. */
export function createRunHost(needs: HostNeeds): RunHost {
  const { file, instrument, key } = needs;
  const id = runId(file.case, key);
  return {
    instrument,
    key,
    voice: needs.voice,
    value: (field) => valueAt(file, id, field),
    heads: (field) => headsAt(file, id, field),
    answer: (item, value) => void writeField(needs, item, value),
    annotate: (field, value) => void writeField(needs, field, value),
    useText: function useRunText(field) {
      return useText({
        caseId: file.case,
        record: id,
        field,
        voice: key.voice,
        save: (text, { over, clearsDraft }) => {
          const line = lineOf(field);
          // A new line replaces nothing: its draft stood in a place that is nobody's.
          const seen = line === field ? { over } : {};
          return writeField(needs, line, text === "" ? null : text, { ...seen, clearsDraft });
        },
      });
    },
    useSomebodyElse: function useNameFor(field) {
      return useText({
        caseId: file.case,
        record: id,
        field: `${field}/somebody-else`,
        voice: key.voice,
        save: (text, { clearsDraft }) => {
          const named = idsOf(valueAt(file, id, field));
          const name = text.trim();
          const all = name === "" || named.includes(name) ? named : [...named, name];
          return writeField(needs, field, all.length > 0 ? all : null, { clearsDraft });
        },
      });
    },
    fieldsUnder: (prefix) =>
      [...(file.records.get(id)?.keys() ?? [])].filter((field) => field.startsWith(prefix)),
    ...rowsFor(needs, id),
    earlier: (item) => earlierAnswersOf(file, key, item),
    people: peopleOf(file).map((person) => ({
      id: person.id,
      name: person.name,
      isChild: isChild(person),
      hasWorries: hasWorriesAbout(person),
    })),
    nameOf: (person) => nameOf(file, person),
    settle: (field, value) => void needs.write(settle, { record: id, field, value }, howOf(needs)),
    settleRow: (row, field, value) => void needs.write(settle, { record: row, field, value }, howOf(needs)),
    sourceOf: (head) => sourceOf(needs, head),
    shown: (shows, row) => shownOf(file, needs.visit, shows, row, needs.i18n),
    agreements: agreementLines(needs),
    signals: signalLines(needs),
  };
}

export const howOf = (
  needs: Pick<HostNeeds, "key" | "worker" | "means" | "visit">,
  voice = needs.key.voice,
): How => ({
  voice,
  ...(voice === needs.worker ? {} : { means: needs.means }),
  ...(needs.visit ? { visit: needs.visit } : {}),
});

/** A free line that is yet to be made gets an id of its own: two devices never write into one by accident. */
function lineOf(field: string): string {
  const end = fields.other("", "new");
  if (!field.endsWith(end)) return field;
  const random = recordIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  return `${field.slice(0, -end.length)}${fields.other("", random.slice(0, 8))}`;
}

function writeField(needs: HostNeeds, field: string, value: Value, extra: How2 = {}): Promise<Outcome> {
  const { instrument, key, file, write } = needs;
  const { over, clearsDraft } = extra;
  const record = runId(file.case, key);
  const how = { ...howOf(needs), ...(clearsDraft ? { clearsDraft } : {}) };
  const seen = over ? { over } : {};
  const outcome = isAnswerField(instrument, field)
    ? write(answerItem, { instrument, key, item: field, value, ...seen }, how)
    : write(annotate, { key, field, value, ...seen }, how);
  needs.onWrite?.(
    { record, field, before: valueAt(file, record, field) ?? null, how: howOf(needs) },
    outcome,
  );
  return outcome;
}

type RowParts = Pick<RunHost, "rows" | "writeRow" | "removeRow" | "useRowText">;

function rowsFor(needs: HostNeeds, run: RecordId): RowParts {
  const { file, instrument } = needs;
  const rowsIn = (group: string): readonly Row[] =>
    rowsOf(file, instrument.id, group, run).map((row) => rowFrom(file, row));
  return {
    rows: rowsIn,
    writeRow: (group, row, values) => void writeRow(needs, group, row, values),
    removeRow: (row) => void needs.write(removeRecord, { record: row }, howOf(needs)),
    useRowText: function useTextOfRow(group, row, field): TextHandle {
      const isCard = rowKind(instrument.id, group) === "card" && row === undefined;
      return useText({
        caseId: file.case,
        record: row ?? `new-${instrument.id}-${group}`,
        field,
        voice: needs.key.voice,
        save: (text, how) => {
          if (isCard) return layCardAt(needs, group, columnOf(field), text, how);
          return writeRow(needs, group, row, { [field]: text === "" ? null : text }, how);
        },
      });
    },
  };
}

const columnOf = (field: string): MapColumn => mapColumns.find((one) => one === field) ?? "goes-well";

function rowFrom(file: CaseFile, row: RecordId): Row {
  const voice = rowVoice(file, row);
  return {
    id: row,
    value: (field) => valueAt(file, row, field),
    heads: (field) => headsAt(file, row, field),
    fieldsUnder: (prefix) =>
      [...(file.records.get(row)?.keys() ?? [])].filter((field) => field.startsWith(prefix)),
    ...(voice ? { voice } : {}),
  };
}

function layCardAt(
  needs: HostNeeds,
  group: string,
  column: MapColumn,
  text: string,
  extra: How2,
): Promise<Outcome> {
  const rows = rowsOf(needs.file, needs.instrument.id, group, runId(needs.file.case, needs.key));
  const cards = mapCardsOf(rows.map((row) => rowFrom(needs.file, row)));
  const order = orderBefore(cards, { card: "", column, before: null });
  // The draft's own heads are those of the composer, which no card replaces.
  const { clearsDraft } = extra;
  return writeRow(
    needs,
    group,
    undefined,
    { [cardFields.text]: text, [cardFields.column]: column, [cardFields.order]: order },
    clearsDraft ? { clearsDraft } : {},
  );
}

/** What only a worker may say of a row is the worker's, also in a row of somebody else. */
function isWorkersOnly(instrument: Instrument, field: string): boolean {
  const [first, second] = field.split("/");
  const found = itemOf(instrument, second ?? first ?? "") ?? itemOf(instrument, first ?? "");
  if (found) return !voicesOf(found.group, found.item).some((voice) => voice !== "worker");
  return field === "group";
}

function writeRow(
  needs: HostNeeds,
  group: string,
  row: RecordId | undefined,
  values: { readonly [field: string]: Value },
  extra: How2 = {},
): Promise<Outcome> {
  const { file, instrument, key, worker, write } = needs;
  const names = Object.keys(values);
  const isOfWorker = names.length > 0 && names.every((field) => isWorkersOnly(instrument, field));
  const own = row ? (rowVoice(file, row) ?? key.voice) : key.voice;
  const how = {
    ...howOf(needs, isOfWorker ? worker : own),
    ...(extra.clearsDraft ? { clearsDraft: extra.clearsDraft } : {}),
  };
  const order = values[cardFields.order];
  const isMove = row && names.length === 2 && typeof order === "number";
  const outcome = isMove
    ? write(moveCard, { card: row, column: columnOf(String(values[cardFields.column])), order }, how)
    : writeRowAs(
        { file, instrument, group, run: runId(file.case, key), voice: key.voice, worker },
        row,
        values,
        {
          write,
          how,
          ...(row && extra.over ? { over: extra.over } : {}),
        },
      );
  const field = names[0];
  if (row && field) {
    const before = valueAt(file, row, field) ?? null;
    needs.onWrite?.({ record: row, field, before, how: howOf(needs, how.voice) }, outcome);
  }
  return outcome;
}

/** "Elif, verteld, zo 22 nov": whose words, how they came, and when. */
function sourceOf({ file, i18n }: HostNeeds, head: Head): string {
  const name = nameOf(file, head.voice) || nameOf(file, head.author);
  const means = head.means === "self" ? "" : i18n.t(`tools:means.${head.means}`);
  const at = new Date(head.wall);
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  const date = isThisYear ? shortDateOf(i18n.language, at) : dateOf(i18n.language, at);
  return [name, means, date].filter(Boolean).join(", ");
}

const agreementLines = ({ file, visit }: HostNeeds): readonly Line[] =>
  agreementsOf(file)
    .filter((agreement) => agreement.what !== "" && (!visit || agreement.head?.visit === visit))
    .map(({ id, who, what, when }) => {
      const name = nameOf(file, who as RecordId) || who;
      return { id, text: [name, what, when].filter(Boolean).join(" · ") };
    });

/** Alarm signals answered yes or unknown, of the child that this is about, or of all children. */
function signalLines({ file, key, i18n }: HostNeeds): readonly Line[] {
  const isHere = ({ run }: AlarmSignal): boolean => key.about === familyRecord || run.about === key.about;
  const signals = [...alarmsOf(file), ...unknownAlarmsOf(file)].filter(isHere);
  const seen = new Set<string>();
  return signals.flatMap(({ run, item }) => {
    if (seen.has(item)) return [];
    seen.add(item);
    const isOther = item.includes("/");
    const text = isOther ? textAt(file, run.id, item) : i18n.t(`instruments:alarm-signals.items.${item}`);
    return [{ id: item, text }];
  });
}
