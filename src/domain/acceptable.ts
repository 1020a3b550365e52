import { isUnsaid, type Value } from "./entry.ts";
import { fields, type GroupKind, type Instrument, itemOf } from "./instrument.ts";

const oneOf =
  (...allowed: readonly string[]) =>
  (value: Value): boolean =>
    typeof value === "string" && allowed.includes(value);

const isScore = (value: Value): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10;

const isTick = (value: Value): boolean => typeof value === "boolean";

const isText = (value: Value): boolean =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  Array.isArray(value);

/** No default: a new kind of group does not compile until somebody has decided what it takes as an answer. */
const acceptedBy: { readonly [K in GroupKind]: (value: Value) => boolean } = {
  "yes-no-unknown": oneOf("yes", "no", "unknown"),
  "yes-no": oneOf("yes", "no", "unknown"),
  concern: oneOf("yes", "no", "unknown"),
  positive: oneOf("yes", "no", "unknown"),
  question: isText,
  text: isText,
  field: isText,
  "field-derived": isText,
  option: isTick,
  "option-derived": isTick,
  scale: (value) => isScore(value) || isTick(value),
  step: isTick,
  tip: isTick,
  fact: isTick,
  example: isTick,
  goal: isScore,
  "card-derived": () => false,
};

/**
 * May this value stand as the answer to this item? `null` (taken back) and the answers of their own ("weet ik
 * niet", "zeg ik liever niet") always may. An item that the instrument does not have takes nothing.
 */
export function isAcceptable(instrument: Instrument, item: string, value: Value): boolean {
  const single = instrument.groups.find((group) => group.single && fields.choice(group.id) === item);
  if (single) {
    return value === null || isUnsaid(value) || single.items.some((one) => one.id === value);
  }
  const found = itemOf(instrument, item);
  if (!found) return false;
  if (value === null || isUnsaid(value)) return true;
  if (found.item.input === "score") return isScore(value);
  return acceptedBy[found.group.kind](value);
}
