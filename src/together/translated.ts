import type { i18n } from "i18next";
import type { Instrument } from "../domain/instrument.ts";
import { firstLanguage } from "../i18n/languages.ts";
import { isTranslated } from "../i18n/setUp.ts";
import type { Question } from "../instrument/questions.ts";

/** Keys under `familyTools` of all that may be said on the screen of this question. */
function keysOf({ id }: Instrument, question: Question, voice: "parent" | "child"): readonly string[] {
  const { show, group, item, aspect, examples = [] } = question;
  const groups = [group, ...examples];
  const items = [...(item ? [item] : group.items), ...examples.flatMap((one) => one.items)];
  const further = [...(show === "rows" ? ["another"] : []), ...(aspect ? [`aspects.${aspect}`] : [])];
  const about = [...items.map((one) => one.id), "question", ...further];
  return [
    `${id}.title`,
    ...groups.map((one) => `${id}.groups.${one.id}`),
    ...about.flatMap((one) => [`${id}.${one}.${voice}`, `${id}.${one}.low`, `${id}.${one}.high`]),
  ];
}

/**
 * Does this language have every word of the question? Where one is missing the whole screen is in the first language
 * and says so: half a question in each would be nobody's.
 */
export function isQuestionTranslated(
  i18n: i18n,
  language: string,
  instrument: Instrument,
  question: Question,
  voice: "parent" | "child",
): boolean {
  const has = (code: string, key: string): boolean => isTranslated(i18n, code, "familyTools", key);
  return keysOf(instrument, question, voice).every((key) => has(language, key) || !has(firstLanguage, key));
}
