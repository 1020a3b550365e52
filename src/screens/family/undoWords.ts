import { existsField } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import { isAnswered } from "../../domain/run.ts";
import type { LastWrite } from "../tool/useUndo.ts";
import { isForReading, placeWords, type Say } from "./placeWords.ts";
import { type Speaking, valueWords } from "./valueWords.ts";

/** Longest piece of somebody's words that is repeated beside the button. */
const longest = 60;

/** Somebody's words on one line; cut between letters, never within one. */
export const shortened = (text: string): string => {
  const letters = [...text.replaceAll(/\s+/g, " ").trim()];
  return letters.length <= longest ? letters.join("") : `${letters.slice(0, longest - 1).join("")}…`;
};

/** What was written last and what taking it back does: the whole sentence that stands beside the button. */
export function undoWords(speaking: Speaking, { entry, places }: LastWrite): string {
  const { file, say } = speaking;
  const birth = places.find(({ field }) => field === existsField);
  if (birth) {
    const { of } = placeWords(file, birth.record, existsField, say);
    const said = entry.ops.find(
      (op) => op.record === birth.record && isText(op.field, op.value) && !of.includes(String(op.value)),
    );
    const what = said ? `${of}: ${shortened(String(said.value))}` : of;
    return say(`casefile:undo.${birth.before === undefined ? "made" : "removed"}`, { what: shortened(what) });
  }
  const first = places.find(({ field }) => isForReading(field)) ?? places[0];
  const op = first && entry.ops.find((one) => one.record === first.record && one.field === first.field);
  if (!first || !op) return "";
  return changeWords(speaking, first, op.value, say);
}

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
  const values = { what: shortened(what), now: words(value) };
  if (!isAnswered(before) || before === false) return say("casefile:undo.filled", values);
  return say("casefile:undo.changed", { ...values, before: words(before) });
}
