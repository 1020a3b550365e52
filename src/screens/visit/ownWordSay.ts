import { useTranslation } from "react-i18next";
import { type CaseFile, kindOf, valueAt } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import { itemOf } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { isChild, type Person, peopleOf } from "../../domain/people.ts";
import { goalOf } from "../../domain/plan.ts";
import { type Run, runAt } from "../../domain/run.ts";
import { listOf } from "../../i18n/formats.ts";
import { firstLanguage } from "../../i18n/languages.ts";
import { firstName } from "../../reports/firstName.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import type { FamilySay } from "./familySay.ts";
import type { OwnWord } from "./ownWords.ts";

type Said = {
  /** What it was the answer to. */
  label(word: OwnWord): string;
  value(word: OwnWord): string;
};

type OwnWordSay = Said & {
  /** The same in Dutch, where it was asked and answered in words of the program and not in Dutch. */
  readonly second: { readonly [K in keyof Said]: (word: OwnWord) => string | undefined };
};

/** Which question of the family's own a place answers, where the place itself does not name it. */
const questions: { readonly [field: string]: string } = {
  "colours/choice": "stoplight.question",
  "i-would-like": "goals-specific.i-would-like",
  "seen-when": "goals-specific.seen-when",
};

/** The goal that a mark is about, where the sentence is her own. */
function ownGoal(file: CaseFile, person: Person, run: Run | undefined): string {
  const goal = run && kindOf(file, run.about) === "goal" ? goalOf(file, run.about) : undefined;
  return goal?.head?.voice === person.id ? `${goal.sentence} · ` : "";
}

/** The number that a follow-up speaks of. */
function spokenOf(file: CaseFile, run: Run | undefined, id: string): number | undefined {
  const instrument = run && instrumentById(run.instrument);
  const after = instrument && itemOf(instrument, id)?.item.after;
  const given = run && after ? valueAt(file, run.id, after) : undefined;
  return typeof given === "number" ? given : undefined;
}

/** Her words as she was asked for them and as she said them; where the family's words lack one, the worker's. */
export function useOwnWordSay(file: CaseFile, person: Person, words: FamilySay): OwnWordSay {
  const speaking = useSpeaking(file);
  useTranslation("family");
  const { i18n } = words;
  const names = peopleOf(file)
    .filter((one) => isChild(one))
    .map((one) => firstName(one.name));
  const sayIn =
    (language: string) =>
    (key: string, values: Record<string, string | number> = {}): string | undefined =>
      i18n.exists(key, { lng: language }) ? i18n.t(key, { ...values, lng: language }) : undefined;
  const labelIn = (language: string, { record, field }: OwnWord): string | undefined => {
    const [item = "", level] = field.split("/");
    const run = runAt(file, record);
    const asked = questions[field] ?? (run ? `${run.instrument}.${item}` : undefined);
    const n = level && /^\d+$/.test(level) ? level : (spokenOf(file, run, item) ?? "…");
    const values = { n, name: listOf(language, names), worker: "…" };
    return asked && sayIn(language)(`familyTools:${asked}.${person.voice}`, values);
  };
  const valueIn = (language: string, { field, head: { value } }: OwnWord): string | undefined => {
    const said = sayIn(language);
    if (isUnsaid(value)) return said(`family:${value.unsaid}`);
    if (value === true || value === "yes") return said("family:yes");
    if (value === false || value === "no") return said("family:no");
    return field === "colours/choice" ? said(`family:colours.${String(value)}`) : undefined;
  };
  const dutch =
    (sayWord: typeof labelIn) =>
    (word: OwnWord): string | undefined =>
      words.second && sayWord(words.language, word) ? sayWord(firstLanguage, word) : undefined;
  return {
    label(word) {
      const own = labelIn(words.language, word);
      const run = runAt(file, word.record);
      if (own) return `${ownGoal(file, person, run)}${own}`;
      const { of, what } = placeWords(file, word.record, word.field, speaking.say);
      return run ? what : of;
    },
    value: (word) =>
      valueIn(words.language, word) ?? valueWords(speaking, word.record, word.field, word.head.value),
    second: { label: dutch(labelIn), value: dutch(valueIn) },
  };
}
