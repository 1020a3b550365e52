import { isHalfTyped } from "../../app/useHalfTyped.ts";
import { useText } from "../../app/useText.ts";
import { annotate, answerItem } from "../../commands/answer.ts";
import type { Outcome } from "../../commands/door.ts";
import { settle } from "../../commands/settle.ts";
import { headsAt, valueAt } from "../../domain/casefile.ts";
import { hasWorriesAbout } from "../../domain/childTalk.ts";
import type { Value } from "../../domain/entry.ts";
import { recordIdFrom, runId } from "../../domain/ids.ts";
import { fields, isAnswerField } from "../../domain/instrument.ts";
import { isChild, isParent, nameOf, peopleOf } from "../../domain/people.ts";
import { earlierAnswersOf } from "../../domain/run.ts";
import type { RunHost } from "../../instrument/host.ts";
import { idsOf } from "../../instrument/values.ts";
import { agreementLines, signalLines, sourceOf } from "./hostLines.ts";
import { type HostNeeds, howOf, type Typed } from "./hostNeeds.ts";
import { rowsOfHost } from "./hostRows.ts";
import { shownOf } from "./shown.ts";

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
    ...rowsOfHost(needs, id),
    isHalfTyped: (field) => isHalfTyped(file.case, id, field),
    earlier: (item) => earlierAnswersOf(file, key, item),
    people: peopleOf(file).map((person) => ({
      id: person.id,
      name: person.name,
      isChild: isChild(person),
      isParent: isParent(person),
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

/** A free line that is yet to be made gets an id of its own: two devices never write into one by accident. */
function lineOf(field: string): string {
  const end = fields.other("", "new");
  if (!field.endsWith(end)) return field;
  const random = recordIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  return `${field.slice(0, -end.length)}${fields.other("", random.slice(0, 8))}`;
}

function writeField(needs: HostNeeds, field: string, value: Value, extra: Typed = {}): Promise<Outcome> {
  const { instrument, key, write } = needs;
  const { over, clearsDraft } = extra;
  const how = { ...howOf(needs), ...(clearsDraft ? { clearsDraft } : {}) };
  const seen = over ? { over } : {};
  return isAnswerField(instrument, field)
    ? write(answerItem, { instrument, key, item: field, value, ...seen }, how)
    : write(annotate, { key, field, value, ...seen }, how);
}
