import { valueAt } from "../casefile.ts";
import { isAnswered, runsOf } from "../run.ts";
import { workerView } from "../sight.ts";
import { goalScale, progressScale, safetyScale, type TrendLine, trendOf } from "../trend.ts";
import { isYes, openItems, runsNearInVisit } from "./reading.ts";
import { aboutItems, always, type Finding, type Rule, type RuleContext, ruleOf } from "./rule.ts";

/** How many numbers were given, and by how many people. What was left unsaid is no rating. */
function ratingsOf(lines: readonly TrendLine[]): { readonly points: number; readonly voices: number } {
  const rated = lines
    .map((line) => line.points.filter((point) => typeof point.value === "number").length)
    .filter((count) => count > 0);
  return { points: rated.reduce((sum, count) => sum + count, 0), voices: rated.length };
}

/** Scales that can be laid side by side; the numbers themselves come from `trendOf`, per person and never as one. */
function comparable({ file, run, instrument }: RuleContext): readonly Finding[] {
  const scales = [
    { ...safetyScale, item: "safety" },
    { ...progressScale, item: "progress" },
    { ...goalScale, item: "goal-score" },
  ].filter((scale) => !instrument || scale.instrument === instrument.id);
  return scales.flatMap((scale): readonly Finding[] => {
    const about = scale.instrument === "scaling-questions" ? run?.about : undefined;
    const values = ratingsOf(trendOf(file, { ...scale, ...(about ? { about } : {}) }, workerView));
    if (values.points < 2) return [];
    return [{ rule: "R-scale-repeat-compare", level: "compute", items: [scale.item], values }];
  });
}

const ticked = (context: RuleContext, item: string): boolean =>
  runsNearInVisit(context, "signs-of-safety").some((run) => isYes(context.file, run, item));

/** A safety plan has been started once its own tool holds a starting date or stands in force. */
const isPlanStarted = ({ file }: RuleContext): boolean =>
  runsOf(file, { instrument: "safety-plan" }).some(
    (run) => isAnswered(valueAt(file, run.id, "starts-on")) || valueAt(file, run.id, "status") === "in-force",
  );

const readiness = ["willingness", "confidence", "capacity"];

export const scaleRules: readonly Rule[] = [
  always("R-scale-0-10", "design"),
  { id: "R-scale-repeat-compare", level: "compute", find: comparable },

  ruleOf("R-exceptions-missing-hint", "warn", (context) =>
    ticked(context, "exception-none") ? { items: ["exception-none"] } : undefined,
  ),

  ruleOf("R-no-constructive-goal-hint", "warn", (context) =>
    ticked(context, "no-suggestion") ? { items: ["no-suggestion"] } : undefined,
  ),

  ruleOf("R-willingness-before-start", "require", (context) => {
    if (!isPlanStarted(context)) return undefined;
    const runs = runsOf(context.file, { instrument: "signs-of-safety" });
    return aboutItems(
      readiness.filter((item) => runs.every((run) => openItems(context.file, run, [item]).length > 0)),
    );
  }),
];
