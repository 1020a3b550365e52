import { useTranslation } from "react-i18next";
import { type CaseFile, kindOf } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import { isChild, type Person, peopleOf } from "../../domain/people.ts";
import { goalOf } from "../../domain/plan.ts";
import { type Run, runAt } from "../../domain/run.ts";
import { listOf } from "../../i18n/formats.ts";
import { firstName } from "../../reports/firstName.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import type { FamilySay } from "./familySay.ts";
import type { OwnWord } from "./ownWords.ts";

type OwnWordSay = {
  /** What it was the answer to, in the person's language. */
  label(word: OwnWord): string;
  value(word: OwnWord): string;
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

/** Her words as she was asked for them and as she said them; where the family's words lack one, the worker's. */
export function useOwnWordSay(file: CaseFile, person: Person, words: FamilySay): OwnWordSay {
  const speaking = useSpeaking(file);
  useTranslation("family");
  const { i18n, language } = words;
  const names = peopleOf(file)
    .filter((one) => isChild(one))
    .map((one) => firstName(one.name));
  const children = listOf(language, names);
  const said = (key: string, values: Record<string, string | number> = {}): string | undefined =>
    i18n.exists(key, { lng: language }) ? i18n.t(key, { ...values, lng: language }) : undefined;
  return {
    label({ record, field }) {
      const [item = "", level] = field.split("/");
      const run = runAt(file, record);
      const asked = questions[field] ?? (run ? `${run.instrument}.${item}` : undefined);
      const n = level && /^\d+$/.test(level) ? level : "…";
      const own = asked && said(`familyTools:${asked}.${person.voice}`, { n, name: children, worker: "…" });
      if (own) return `${ownGoal(file, person, run)}${own}`;
      const { of, what } = placeWords(file, record, field, speaking.say);
      return run ? what : of;
    },
    value({ record, field, head: { value } }) {
      if (isUnsaid(value)) return said(`family:${value.unsaid}`) ?? "";
      if (value === true || value === "yes") return said("family:yes") ?? "";
      if (value === false || value === "no") return said("family:no") ?? "";
      if (field === "colours/choice") return said(`family:colours.${String(value)}`) ?? String(value);
      return valueWords(speaking, record, field, value);
    },
  };
}
