import type { i18n } from "i18next";
import {
  type Aspect,
  type Group,
  type Instrument,
  type Item,
  itemOf,
  type Voice,
  voicesOf,
} from "../domain/instrument.ts";
import { familyT } from "../i18n/setUp.ts";

/** Words of the views themselves, in the worker's or the family's voice. */
export type SayKey =
  | "yes"
  | "no"
  | "unknown"
  | "dontKnow"
  | "ratherNot"
  | "somebodyElse"
  | "otherAnswers"
  | "other"
  | "add"
  | "change"
  | "remove"
  | "now"
  | "useExample"
  | "showExamples"
  | "hideExamples"
  | "pickDate"
  | "cardText"
  | "none"
  | "undo"
  | "again"
  /** A new row is somebody's own: the worker chooses first whose. */
  | "chooseVoice";

/** What an instrument's views say, whoever reads it. */
export type ToolWords = {
  readonly language: string;
  readonly title: string;
  /** The same in a second language, small beneath: the worker at the table reads along. */
  readonly second?: ToolWords | undefined;
  say(key: SayKey): string;
  group(group: Group): string;
  /** `n` fills in the answer that a follow-up speaks of, or the level. */
  item(item: Item, n?: number | string): string;
  ends(item: Item): { readonly low: string; readonly high: string };
  option(item: Item, option: string): string;
  aspect(aspect: Aspect): string;
  /** What two lists, worries and good points, are both about. */
  dimension(dimension: string): string;
  aspectEnds(aspect: Aspect): { readonly low: string; readonly high: string };
  /** What is asked above a whole list. */
  question(group: Group): string;
  /** One more of what is told one by one. */
  readonly another: string;
  /** Beside somebody who is to look after a child; a family's screen never says it. */
  worriesAbout(name: string): string;
};

type Values = { readonly [key: string]: string | number };
type Translate = (key: string, values?: Values) => string;

/** A translator whose keys are built from ids: tests hold those keys, not the compiler. */
const loosely = (translate: unknown): Translate => translate as Translate;

const originOf = (instrument: Instrument, item: Item): string =>
  item.choicesFrom ? item.choicesFrom.instrument : instrument.id;

/** Does the worker read this out as it stands? Not a guide for the worker, nor one of several answers. */
function isReadOut(instrument: Instrument, item: Item): boolean {
  const found = itemOf(instrument, item.id);
  if (!found || found.group.single || found.item.perLevel) return false;
  return !voicesOf(found.group, found.item).includes("worker");
}

/**
 * The words of an instrument for a worker, from `instruments` and `tools`. What is asked of a child is worded as for
 * that child, with "je".
 */
export function workerWords(i18n: i18n, instrument: Instrument, asked: Voice = "worker"): ToolWords {
  const t = loosely(i18n.getFixedT(i18n.language));
  const { id } = instrument;
  const has = (key: string): boolean => i18n.exists(key);
  // With their numbers: on a narrow screen eleven buttons stand in rows, and an end is no longer beneath its button.
  const endsAt = (key: string) => ({
    low: t("tools:scaleLow", { words: t(`${key}.low`) }),
    high: t("tools:scaleHigh", { words: t(`${key}.high`) }),
  });
  const childKey = (item: Item): string | undefined => {
    const key = `familyTools:${id}.${item.id}.child`;
    return asked === "child" && isReadOut(instrument, item) && has(key) ? key : undefined;
  };
  return {
    language: i18n.language,
    title: t(`instruments:${id}.title`),
    say: (key) => t(`tools:say.${key}`),
    group: (group) => t(`instruments:${id}.groups.${group.id}`),
    item: (item, n) => t(childKey(item) ?? `instruments:${id}.items.${item.id}`, { n: n ?? "…" }),
    ends: (item) => {
      const key = [`tools:ends.${item.id}`, `familyTools:${id}.${item.id}`].find((one) => has(`${one}.low`));
      return endsAt(key ?? "tools:ends.usual");
    },
    option: (item, option) =>
      item.choicesFrom
        ? t(`instruments:${originOf(instrument, item)}.items.${option}`)
        : t(`instruments:${id}.choices.${item.id}.${option}`),
    aspect: (aspect) => t(`aspects:${aspect}`),
    dimension: (dimension) => t(`instruments:${id}.dimensions.${dimension}`),
    aspectEnds: () => endsAt("tools:ends.usual"),
    question: (group) => t(`instruments:${id}.groups.${group.id}`),
    another: t("tools:say.add"),
    worriesAbout: (name) => t("tools:worriesAbout", { name }),
  };
}

/** Where the family's own words stand, by what the views ask. */
const familyKeys: { readonly [K in SayKey]: string } = {
  yes: "family:yes",
  no: "family:no",
  unknown: "family:dontKnow",
  dontKnow: "family:dontKnow",
  ratherNot: "family:ratherNot",
  somebodyElse: "family:someoneElse",
  otherAnswers: "family:other",
  other: "family:other",
  add: "family:add",
  change: "family:change",
  remove: "family:remove",
  now: "family:now",
  useExample: "family:useExample",
  showExamples: "family:showExamples",
  hideExamples: "family:hideExamples",
  pickDate: "family:day",
  cardText: "family:cardText",
  none: "family:nobody",
  undo: "family:draw.undo",
  again: "family:draw.again",
  chooseVoice: "family:who",
};

export type FamilyWordsNeeds = {
  readonly language: string;
  readonly voice: "parent" | "child";
  /** Of whom the questions speak, and who is at the table. */
  readonly name: string;
  readonly worker: string;
};

/** The words of an instrument for a family, in a language of its own, from `familyTools` and `family`. */
export function familyWords(i18n: i18n, instrument: Instrument, needs: FamilyWordsNeeds): ToolWords {
  const t = loosely(familyT(i18n, needs.language));
  const { voice, name, worker } = needs;
  const base = `familyTools:${instrument.id}`;
  const has = (key: string): boolean => i18n.exists(key, { lng: needs.language });
  const values = { name, worker };
  const endsAt = (key: string) => ({
    low: t("family:scaleLow", { words: t(`${key}.low`) }),
    high: t("family:scaleHigh", { words: t(`${key}.high`) }),
  });
  const said = (key: string, more: Values = {}): string | undefined =>
    has(`${key}.${voice}`) ? t(`${key}.${voice}`, { ...values, ...more }) : undefined;
  return {
    language: needs.language,
    title: t(`${base}.title`),
    say: (key) => t(familyKeys[key]),
    group: (group) =>
      has(`${base}.groups.${group.id}`)
        ? t(`${base}.groups.${group.id}`)
        : (said(`${base}.question`) ?? t(`${base}.title`)),
    item: (item, n) => t(`${base}.${item.id}.${voice}`, { ...values, n: n ?? "…" }),
    ends: (item) => {
      const own = `${base}.${item.id}`;
      return endsAt(has(`${own}.low`) ? own : `${base}.question`);
    },
    option: (item, option) =>
      item.choicesFrom?.instrument === "stoplight"
        ? t(`family:colours.${option}`)
        : t(`familyTools:${originOf(instrument, item)}.${option}.${voice}`),
    aspect: (aspect) => said(`${base}.aspects.${aspect}`) ?? "",
    // Dimensions are weighed by workers alone.
    dimension: () => t(`${base}.title`),
    aspectEnds: (aspect) => endsAt(`${base}.aspects.${aspect}`),
    question: (group) =>
      said(`${base}.question`) ??
      (has(`${base}.groups.${group.id}`) ? t(`${base}.groups.${group.id}`) : t(`${base}.title`)),
    another: said(`${base}.another`) ?? t(familyKeys.add),
    worriesAbout: () => "",
  };
}
