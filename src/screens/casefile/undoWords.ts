import { existsField, kindOf } from "../../domain/casefile.ts";
import type { Op, Value } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { cardFields } from "../../domain/plan.ts";
import { isAnswered } from "../../domain/run.ts";
import { visitFields } from "../../domain/visit.ts";
import { isForReading, kindWord, placeWords, type Say } from "./placeWords.ts";
import type { LastWrite } from "./useUndo.ts";
import { type Speaking, valueWords } from "./valueWords.ts";

/** Longest piece of somebody's words that is repeated beside the button. */
const longest = 48;

/** Somebody's words on one line; cut between letters, never within one, and never within brackets. */
export const shortened = (text: string): string => {
  const letters = [...text.replaceAll(/\s+/g, " ").trim()];
  if (letters.length <= longest) return letters.join("");
  const cut = letters.slice(0, longest - 1).join("");
  return `${cut.replace(/(\S)\s*\([^()]*$/u, "$1")}…`;
};

/** What was written last and what taking it back does: the whole sentence that stands beside the button. */
export function undoWords(speaking: Speaking, { entry, places }: LastWrite): string {
  const { file, say } = speaking;
  const birth = places.find(({ field }) => field === existsField);
  if (birth) {
    const kind = birth.before ?? entry.ops.find((op) => isBirth(op, birth.record))?.value;
    // What was left as late is in no case file: then the entry itself says what it is.
    const of =
      kindOf(file, birth.record) === undefined && typeof kind === "string"
        ? kindWord(kind, say)
        : placeWords(file, birth.record, existsField, say).of;
    const said = entry.ops.find(
      (op) => op.record === birth.record && isText(op.field, op.value) && !of.includes(String(op.value)),
    );
    const what = said ? `${of}: “${shortened(String(said.value))}”` : shortened(of);
    return say(`casefile:undo.${birth.before === undefined ? "made" : "removed"}`, { what });
  }
  const first = places.find(({ field }) => isForReading(field)) ?? places[0];
  const op = first && entry.ops.find((one) => one.record === first.record && one.field === first.field);
  if (!first || !op) return "";
  if (isOrder(first.field, places.length)) return say("casefile:undo.order");
  if (isTool(first.field)) {
    const { what } = placeWords(file, first.record, first.field, say);
    return say(`casefile:undo.${op.value === false ? "removed" : "made"}`, { what });
  }
  return changeWords(speaking, first, op.value, say);
}

const isBirth = (op: Op, record: RecordId): boolean => op.record === record && op.field === existsField;

const isTool = (field: string): boolean => field.startsWith(visitFields.tool(""));

/** A place in an order is a number that says nothing to anybody. */
const isOrder = (field: string, count: number): boolean =>
  field === cardFields.order || (isTool(field) && count > 1);

/** A question that is used as the name of what was answered. */
const asName = (what: string): string => shortened(what.replace(/[\s:?…]+$/u, ""));

const isText = (field: string, value: Value): boolean =>
  field !== existsField && isForReading(field) && typeof value === "string" && value.trim() !== "";

function changeWords(
  speaking: Speaking,
  { record, field, before = null }: LastWrite["places"][number],
  value: Value,
  say: Say,
): string {
  const words = (one: Value): string => shortened(valueWords(speaking, record, field, one));
  const { what } = placeWords(speaking.file, record, field, say);
  const values = { what: asName(what), now: words(value) };
  if (!isAnswered(before) || before === false) return say("casefile:undo.filled", values);
  return say("casefile:undo.changed", { ...values, before: words(before) });
}
