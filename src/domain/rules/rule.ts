import type { CaseFile } from "../casefile.ts";
import type { RecordId } from "../ids.ts";
import type { Instrument } from "../instrument.ts";
import type { Run } from "../run.ts";

/**
 * How strongly a rule speaks. `block` and `require` decide what may be marked complete, never what may be saved.
 * `compute` says that something is worked out from what stands; the rest is shown where the rule's words belong.
 */
export type Level = "block" | "require" | "warn" | "hint" | "copy" | "design" | "compute";

/** What a rule has to say about a case as it stands. Its words stand in `locales/` under the rule's id. */
export type Finding = {
  readonly rule: string;
  readonly level: Level;
  /** The instrument whose items they are, where the finding may be read in another. */
  readonly instrument?: string;
  /** Items, dimensions or options of the instrument that it is about. */
  readonly items?: readonly string[];
  /** Persons, goals, notes or runs that it is about. */
  readonly records?: readonly RecordId[];
  /** What the words fill in; `context` chooses between the sentences that a rule has. */
  readonly values?: Readonly<Record<string, string | number>>;
};

export type Day = { readonly year: number; readonly month: number; readonly day: number };

export type RuleContext = {
  readonly file: CaseFile;
  /** The instrument that lies open. Absent: the case as a whole. */
  readonly instrument?: Instrument;
  /** The run that lies open. Absent: all runs count. */
  readonly run?: Run;
  readonly today: Day;
};

export type Rule = {
  readonly id: string;
  readonly level: Level;
  /** Instruments that it belongs to beside those that name it: the inventory has the rule for them, not its id. */
  readonly alsoIn?: readonly string[];
  find(context: RuleContext): readonly Finding[];
};

/** A rule whose words are shown wherever an instrument names it. */
export const always = (id: string, level: "copy" | "design"): Rule => ({
  id,
  level,
  find: () => [{ rule: id, level }],
});

/** A rule with at most one finding. `find` says what the finding adds, or `undefined` where there is none. */
export const ruleOf = (
  id: string,
  level: Level,
  find: (context: RuleContext) => Omit<Finding, "rule" | "level"> | undefined,
  alsoIn?: readonly string[],
): Rule => ({
  id,
  level,
  ...(alsoIn ? { alsoIn } : {}),
  find: (context) => {
    const found = find(context);
    return found ? [{ rule: id, level, ...found }] : [];
  },
});

/** A finding about these items, or none where there are none. */
export const aboutItems = (items: readonly string[]): { readonly items: readonly string[] } | undefined =>
  items.length > 0 ? { items } : undefined;

/** A finding about these records, or none where there are none. */
export const aboutRecords = (
  records: readonly RecordId[],
): { readonly records: readonly RecordId[] } | undefined => (records.length > 0 ? { records } : undefined);
