import { type CaseFile, existsField, kindOf, textAt } from "../../domain/casefile.ts";
import { strokesFrom } from "../../domain/drawing.ts";
import { isUnsaid, type Value } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { type Item, itemOf } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { nameOf } from "../../domain/people.ts";
import { goalFields } from "../../domain/plan.ts";
import { dateTimeOf, listOf, storedDateOf } from "../../i18n/formats.ts";
import { languageOf } from "../../i18n/languages.ts";
import { instrumentAt, placeWords, type Say } from "./placeWords.ts";
import { dateFrom, hasTime } from "./when.ts";

export type Speaking = { readonly file: CaseFile; readonly say: Say; readonly language: string };

/** Places that hold one of a few words of the program itself, under `casefile:value.<field>.<word>`. */
const coded: { readonly [field: string]: readonly string[] } = {
  status: ["running", "kept", "not-kept", "ended"],
  reads: ["yes", "little", "no"],
  mark: ["seen", "said", "idea"],
  column: ["goes-well", "worries", "must-happen"],
  "own-words": ["right", "different", "added"],
  listening: ["nobody", "unknown"],
  "leaves-behind": ["sheet", "nothing"],
  way: ["copied", "printed", "later"],
};

const timeFields: ReadonlySet<string> = new Set(["begun-at", "finished-at"]);

/** A value in words: never "true", never an id. */
export function valueWords(speaking: Speaking, record: RecordId, field: string, value: Value): string {
  const { say, language } = speaking;
  if (field === existsField) return say(`casefile:value.${typeof value === "string" ? "begun" : "removed"}`);
  if (value === null || value === "") return say("casefile:value.empty");
  if (isUnsaid(value)) return say(`casefile:value.${value.unsaid}`);
  if (typeof value === "boolean") return say(`casefile:value.${value ? "yes" : "no"}`);
  if (typeof value === "number") {
    return timeFields.has(field) ? dateTimeOf(language, new Date(value)) : String(value);
  }
  if (typeof value === "string") return textWords(speaking, record, field, value);
  if (Array.isArray(value)) {
    const parts = (value as readonly Value[]).map((one) => valueWords(speaking, record, field, one));
    return listOf(language, parts);
  }
  return say("casefile:place.newer");
}

function textWords(speaking: Speaking, record: RecordId, field: string, value: string): string {
  const { file, say } = speaking;
  const place = field.split("/")[0] ?? field;
  if (place === "drawing" && strokesFrom(value)) return say("casefile:value.drawing");
  if (coded[place]?.includes(value)) return say(`casefile:value.${place}.${value}`);
  const choice = choiceWords(speaking, record, field, value);
  if (choice) return choice;
  if (place === "language") return languageOf(value)?.name ?? value;
  const kind = kindOf(file, value as RecordId);
  if (kind === "person" || kind === "worker") return nameOf(file, value as RecordId);
  if (kind === "goal") return textAt(file, value as RecordId, goalFields.sentence);
  if (kind === "run") {
    const { of } = placeWords(file, value as RecordId, existsField, say);
    return of;
  }
  return dateWords(speaking, value);
}

function dateWords({ language, say }: Speaking, value: string): string {
  const stored = storedDateOf(language, value, (date) => say("casefile:about", { date }));
  if (stored !== value) return stored;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(value) && hasTime(value) ? dateFrom(value) : undefined;
  return at ? dateTimeOf(language, at) : value;
}

/** The words of an answer that was chosen: yes, no, unknown, an option of the instrument, an item elsewhere. */
function choiceWords(
  { file, say }: Speaking,
  record: RecordId,
  field: string,
  value: string,
): string | undefined {
  const [place = field, tail] = field.split("/");
  if (tail === "evidence" && evidenceKinds.has(value)) return say(`casefile:value.evidence.${value}`);
  const instrument = instrumentAt(file, record);
  const words = instrument === undefined ? undefined : optionWords(instrument, place, value, say);
  if (words) return words;
  if (place === goalFields.group && isItem("goals-specific", value)) {
    return say(`instruments:goals-specific.items.${value}`);
  }
  const isPlain = value === "yes" || value === "no" || value === "unknown";
  return isPlain ? say(`casefile:value.${value}`) : undefined;
}

const evidenceKinds: ReadonlySet<string> = new Set(["fact", "view", "feeling", "experience"]);

/** An option of an item, or the chosen item of a group of which only one may be chosen. */
function optionWords(instrument: string, place: string, value: string, say: Say): string | undefined {
  const item = itemIn(instrument, place);
  if (item?.choices?.includes(value)) return say(`instruments:${instrument}.choices.${place}.${value}`);
  const from = item?.input === "signals" ? "alarm-signals" : item?.choicesFrom?.instrument;
  if (from && isItem(from, value)) return say(`instruments:${from}.items.${value}`);
  const isGroup = instrumentById(instrument)?.groups.some((group) => group.id === place);
  return isGroup && isItem(instrument, value) ? say(`instruments:${instrument}.items.${value}`) : undefined;
}

const itemIn = (instrument: string, id: string): Item | undefined => {
  const known = instrumentById(instrument);
  return known && itemOf(known, id)?.item;
};

const isItem = (instrument: string, id: string): boolean => itemIn(instrument, id) !== undefined;
