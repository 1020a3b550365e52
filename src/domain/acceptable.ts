import { strokesFrom } from "./drawing.ts";
import { isUnsaid, type Value } from "./entry.ts";
import {
  fields,
  type Group,
  type GroupKind,
  type Input,
  type Instrument,
  type Item,
  itemOf,
} from "./instrument.ts";

const oneOf =
  (...allowed: readonly string[]) =>
  (value: Value): boolean =>
    typeof value === "string" && allowed.includes(value);

const isScore = (value: Value): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10;

const isTick = (value: Value): boolean => typeof value === "boolean";

const isString = (value: Value): boolean => typeof value === "string";

const isStrings = (value: Value): boolean => Array.isArray(value) && value.every(isString);

/** A text stays as it was typed: any script, any date ("ongeveer 2019"), a name where a yes was asked. */
const acceptedInput: { readonly [I in Input]: (value: Value) => boolean } = {
  text: isString,
  longText: isString,
  date: isString,
  dateTime: isString,
  score: isScore,
  level: isScore,
  yesNo: (value) => isString(value) || isTick(value),
  tick: isTick,
  person: isString,
  persons: (value) => isString(value) || isStrings(value),
  choice: isString,
  agreements: (value) => isString(value) || isStrings(value),
  signals: isStrings,
};

/** No default: a new kind of group does not compile until somebody has decided what it takes as an answer. */
const acceptedBy: { readonly [K in GroupKind]: (value: Value) => boolean } = {
  "yes-no-unknown": oneOf("yes", "no", "unknown"),
  "yes-no": oneOf("yes", "no", "unknown"),
  concern: oneOf("yes", "no", "unknown"),
  positive: oneOf("yes", "no", "unknown"),
  question: isString,
  text: isString,
  field: isString,
  "field-derived": isString,
  option: isTick,
  "option-derived": isTick,
  scale: (value) => isScore(value) || isTick(value),
  step: isTick,
  tip: isTick,
  fact: isTick,
  example: isTick,
  goal: isScore,
  "drawing-derived": (value) => typeof value === "string" && strokesFrom(value) !== undefined,
  "card-derived": () => false,
};

function isAnswerTo(group: Group, item: Item, value: Value): boolean {
  if (item.choices) return oneOf(...item.choices)(value);
  // A step is ticked when done, also one that asks for words.
  if (group.kind === "step" && isTick(value)) return true;
  return item.input ? acceptedInput[item.input](value) : acceptedBy[group.kind](value);
}

/** The item that has an answer of its own at each level, where `field` names one of them from 0 to 10. */
function itemAtLevel(instrument: Instrument, field: string): ReturnType<typeof itemOf> {
  const [id = "", level = ""] = field.split("/");
  const found = itemOf(instrument, id);
  return found?.item.perLevel && /^(?:\d|10)$/.test(level) && field === fields.atLevel(id, Number(level))
    ? found
    : undefined;
}

/**
 * May this value stand as the answer to this item? `null` (taken back) and the answers of their own ("weet ik
 * niet", "zeg ik liever niet") always may. An item that the instrument does not have takes nothing.
 */
export function isAcceptable(instrument: Instrument, item: string, value: Value): boolean {
  const isSaid = value !== null && !isUnsaid(value);
  const single = instrument.groups.find((group) => group.single && fields.choice(group.id) === item);
  if (single) return !isSaid || single.items.some((one) => one.id === value);
  const found = itemOf(instrument, item) ?? itemAtLevel(instrument, item);
  if (!found) return false;
  return !isSaid || isAnswerTo(found.group, found.item, value);
}
