import type { Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import { fields } from "../domain/instrument.ts";
import { leavesChildren } from "../domain/rules/stress.ts";
import { isAnswered } from "../domain/run.ts";
import type { RunHost } from "./host.ts";
import { idsOf, scoreOf } from "./values.ts";

/** Which levels stand on the card: all, every other one, or those in which something is written. */
export const shownLevels = ["even", "all", "filled"] as const;
export type ShownLevels = (typeof shownLevels)[number];

/** Where a run keeps which levels it shows. */
export const shownLevelsField = "levels-shown";

export type LevelCard = {
  readonly level: number;
  readonly signs: string;
  readonly action: string;
  /** Stands in an earlier run of this person, and not yet in this one. */
  readonly isEarlier: boolean;
  readonly withChildren: Value | undefined;
  /** At or above the point where stopping hardly works. */
  readonly isTooLate: boolean;
  /** The action leads away from the children: somebody else must be with them. */
  readonly asksWho: boolean;
};

export const thermometerFields = {
  level: "temperature",
  point: "point-of-no-return",
  signs: (level: number): string => fields.atLevel("signs-per-level", level),
  action: (level: number): string => fields.atLevel("first-aid-actions", level),
  withChildren: (level: number): string => fields.atLevel("with-children", level),
} as const;

const textIn = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** What stands in a place now, else what this person wrote there the last time. */
function standing(host: RunHost, field: string): { text: string; isEarlier: boolean } {
  const own = host.value(field);
  if (own !== undefined) return { text: textIn(own), isEarlier: false };
  const before = host.earlier(field).find(({ run }) => run.voice === host.key.voice);
  const text = textIn(before?.head.value);
  return { text, isEarlier: text !== "" };
}

/** The point of no return: of this run, else the last one that this person gave. */
export function pointOf(host: RunHost): number | null {
  const own = scoreOf(host.value(thermometerFields.point));
  if (own !== null) return own;
  const before = host.earlier(thermometerFields.point).find(({ run }) => run.voice === host.key.voice);
  return scoreOf(before?.head.value);
}

export function levelCardOf(host: RunHost, level: number): LevelCard {
  const signs = standing(host, thermometerFields.signs(level));
  const action = standing(host, thermometerFields.action(level));
  const point = pointOf(host);
  const own = host.value(thermometerFields.withChildren(level));
  const before = host.earlier(thermometerFields.withChildren(level))[0]?.head.value;
  return {
    level,
    signs: signs.text,
    action: action.text,
    isEarlier: signs.isEarlier || action.isEarlier,
    withChildren: own ?? before,
    isTooLate: point !== null && level >= point,
    asksWho: host.voice === "parent" && leavesChildren(action.text),
  };
}

/** The levels of the card from the highest to the lowest. What is filled in is never left out. */
export function levelCardsOf(host: RunHost, shown: ShownLevels): readonly LevelCard[] {
  const all = Array.from({ length: 11 }, (_, at) => levelCardOf(host, 10 - at));
  const point = pointOf(host);
  return all.filter(
    (card) =>
      shown === "all" ||
      card.level === point ||
      card.level === scoreOf(host.value(thermometerFields.level)) ||
      isAnswered(card.signs) ||
      isAnswered(card.action) ||
      (shown === "even" && card.level % 2 === 0),
  );
}

/** "Wat helpt mij": the actions that lie in time, the earliest first. */
export const helpingOf = (host: RunHost): readonly LevelCard[] =>
  levelCardsOf(host, "filled")
    .filter((card) => card.action !== "" && !card.isTooLate)
    .toReversed();

/** What helps, and who is with the children meanwhile, where it leads away from them. */
export type CardLine = { readonly action: string; readonly withChildren: readonly string[] };

/** The card to follow: each thing that helps once, with everybody who was named for the children at any level. */
export function ownCardOf(host: RunHost, nameOf: (person: RecordId) => string): readonly CardLine[] {
  const lines = new Map<string, ReadonlySet<string>>();
  for (const { action, withChildren } of helpingOf(host)) {
    const names = idsOf(withChildren).map((one) => nameOf(one as RecordId) || one);
    lines.set(action, new Set([...(lines.get(action) ?? []), ...names]));
  }
  return [...lines].map(([action, names]) => ({ action, withChildren: [...names] }));
}
