import { type CaseFile, valueAt } from "../casefile.ts";
import type { RecordId } from "../ids.ts";
import { instrumentById } from "../instruments/list.ts";
import { type Goal, goalFields, goalsOf } from "../plan.ts";
import { isAnswered, runsOf, scoreFrom } from "../run.ts";
import { itemsWhere } from "./reading.ts";
import {
  aboutItems,
  aboutRecords,
  always,
  type Finding,
  type Rule,
  type RuleContext,
  ruleOf,
} from "./rule.ts";

/**
 * A goal that says what somebody will no longer do. The mere words "niet", "zonder", "not" and "without" stand in
 * the handbook's own good examples and are never met.
 */
const few = "(?:[\\p{L}\\p{N}'’-]+\\s+){0,6}";

const negativeGoals: readonly RegExp[] = [
  `(?<!\\p{L})(?:niet|nooit|geen\\s+${few})\\s*meer(?!\\p{L}|\\s+dan\\s)`,
  "(?<!\\p{L})(?:stoppen|ophouden)\\s+met(?!\\p{L})",
  `(?<!\\p{L})(?:not?|never)\\s+${few}any\\s?(?:more|longer)(?!\\p{L})`,
  `n['’]t\\s+${few}any\\s?(?:more|longer)(?!\\p{L})`,
  "(?<!\\p{L})(?:no\\s+longer|no\\s+more|never\\s+again)(?!\\p{L}|\\s+than\\s)",
  "(?<!\\p{L})(?:stop|stopping|quit|quitting)\\s+\\p{L}+ing(?!\\p{L})",
].map((pattern) => new RegExp(pattern, "iu"));

export const isNegativeGoal = (sentence: string): boolean =>
  negativeGoals.some((pattern) => pattern.test(sentence));

const written = (file: CaseFile): readonly Goal[] =>
  goalsOf(file).filter((goal) => goal.sentence.trim() !== "");

const has = (file: CaseFile, goal: RecordId, field: string): boolean =>
  isAnswered(valueAt(file, goal, field));

const smart = ["specific", "measurable", "acceptable", "realistic", "time-bound"] as const;

/** A check of quality was looked at once it has any answer; a date answers "time-bound" by itself. */
function isChecked(file: CaseFile, goal: Goal, criterion: string): boolean {
  if (criterion === "time-bound" && goal.targetDate !== "") return true;
  return has(file, goal.id, goalFields.quality(criterion));
}

const perGoal = (
  id: string,
  level: "warn" | "hint",
  about: (context: RuleContext, goal: Goal) => Omit<Finding, "rule" | "level"> | undefined,
): Rule => ({
  id,
  level,
  find: (context) =>
    written(context.file).flatMap((goal) => {
      const found = about(context, goal);
      return found ? [{ rule: id, level, records: [goal.id], ...found }] : [];
    }),
});

const goalGroups = (): readonly string[] =>
  instrumentById("goals-specific")
    ?.groups.find((group) => group.id === "groups")
    ?.items.map((item) => item.id) ?? [];

export const goalRules: readonly Rule[] = [
  always("R-general-goals-always", "design"),
  always("R-goals-own-words", "copy"),
  always("R-goal-quality-is-help", "design"),
  always("R-own-then-network-then-professional", "design"),

  perGoal("R-goals-positive", "warn", (_, goal) => (isNegativeGoal(goal.sentence) ? {} : undefined)),

  perGoal("R-goals-smart", "hint", ({ file }, goal) =>
    aboutItems(smart.filter((criterion) => !isChecked(file, goal, criterion))),
  ),

  perGoal("R-goals-relevant-feasible", "hint", ({ file }, goal) =>
    aboutItems([
      ...["relevant", "feasible"].filter((criterion) => !isChecked(file, goal, criterion)),
      ...(has(file, goal.id, goalFields.generalGoal) ? [] : [goalFields.generalGoal]),
    ]),
  ),

  ruleOf("R-goals-per-group", "hint", ({ file }) => {
    const goals = written(file);
    if (goals.length === 0) return undefined;
    const found = aboutItems(goalGroups().filter((group) => !goals.some((goal) => goal.group === group)));
    return found && { ...found, instrument: "goals-specific" };
  }),

  ruleOf("R-goals-prioritised", "require", ({ file }) => {
    const goals = written(file);
    if (goals.length < 2) return undefined;
    return aboutRecords(goals.filter((goal) => goal.priority === "").map((goal) => goal.id));
  }),

  // Rated in an earlier visit, or never, while this visit has goals to look at.
  ruleOf("R-general-goals-evaluated", "hint", ({ file, run }) => {
    const runs = runsOf(file, { instrument: "goals-general", ...(run?.visit ? { visit: run.visit } : {}) });
    const isRated = runs.some(
      (one) =>
        itemsWhere(
          one,
          ({ group, item }) =>
            group.kind === "goal" && scoreFrom(valueAt(file, one.id, item.id)) !== undefined,
        ).length > 0,
    );
    return isRated ? undefined : {};
  }),
];
