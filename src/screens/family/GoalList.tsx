import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../app/paths.ts";
import { nameOf } from "../../domain/people.ts";
import { type Goal, goalsOf } from "../../domain/plan.ts";
import { workerView } from "../../domain/sight.ts";
import { goalScale, trendOf } from "../../domain/trend.ts";
import { storedDateOf } from "../../i18n/formats.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { Provenance } from "./Provenance.tsx";
import { ScoreChips } from "./Scores.tsx";

const priorities = ["first", "along", "later", ""] as const;

/** Goals by their priority. The sentences are the family's own. */
export function GoalList({ isShort }: { isShort?: boolean }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const goals = goalsOf(file);
  if (goals.length === 0) return <p className="soft">{t("goals.none")}</p>;
  if (isShort) {
    const ordered = priorities.flatMap((one) => goals.filter((goal) => known(goal) === one));
    return <Goals goals={ordered} />;
  }
  return priorities.map((priority) => {
    const here = goals.filter((goal) => known(goal) === priority);
    if (here.length === 0) return null;
    return (
      <div key={priority} className="stack-s">
        <h3>{t(`goals.priority.${priority || "open"}`)}</h3>
        <Goals goals={here} />
      </div>
    );
  });
}

const known = (goal: Goal): string => priorities.find((one) => one === goal.priority) ?? "";

function Goals({ goals }: { goals: readonly Goal[] }) {
  return (
    <ul className="case-grid">
      {goals.map((goal) => (
        <GoalItem key={goal.id} goal={goal} />
      ))}
    </ul>
  );
}

function GoalItem({ goal }: { goal: Goal }) {
  const { t, i18n } = useTranslation(["casefile", "instruments"]);
  const { caseId, file } = useFamily();
  const lines = trendOf(file, { ...goalScale, about: goal.id }, workerView);
  const owner = goal.owner ? nameOf(file, goal.owner) : "";
  const until = goal.targetDate
    ? storedDateOf(i18n.language, goal.targetDate, (date) => t("casefile:about", { date }))
    : "";
  return (
    <li className="case-item">
      <p className="case-item-title">
        <Link to={`${paths.plan(caseId)}?goal=${goal.id}`}>
          <bdi>{goal.sentence || t("casefile:goals.noWords")}</bdi>
        </Link>
      </p>
      <div className="case-item-facts">
        {owner && owner !== nameOf(file, goal.head?.voice ?? goal.id) && <Chip>{owner}</Chip>}
        {until && <Chip>{t("casefile:goals.until", { date: until })}</Chip>}
        {goal.head && <Provenance file={file} origin={goal.head} />}
      </div>
      <ScoreChips file={file} lines={lines} />
    </li>
  );
}
