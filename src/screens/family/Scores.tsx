import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import type { TrendLine } from "../../domain/trend.ts";
import { Chip } from "../../ui/Chip.tsx";
import { TrendChart } from "../../ui/TrendChart.tsx";
import { dayOfOrigin } from "../casefile/origin.ts";
import { dayWords } from "../casefile/when.ts";
import { hasCourse, latestOf, seriesOf } from "./trends.ts";
import "./family.css";

type Props = { readonly file: CaseFile; readonly lines: readonly TrendLine[]; readonly label: string };

/** Every person's last score side by side. "Weet ik niet" and "zeg ik liever niet" stand in words. */
export function LatestScores({ file, lines, label }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const now = new Date();
  return (
    <ul className="case-scores" aria-label={label}>
      {latestOf(file, lines).map(({ voice, name, point }) => (
        <li key={voice} className="case-score">
          <bdi className="case-score-name">{name || t("origin.unknown")}</bdi>
          {isUnsaid(point.value) ? (
            <span className="case-score-number case-score-unsaid">{t(`value.${point.value.unsaid}`)}</span>
          ) : (
            <span className="case-score-number">{point.value}</span>
          )}
          <span className="small soft">
            {dayWords(i18n.language, dayOfOrigin(file, point.head), now)}
            {point.head.voice !== point.head.author && ` · ${t(`origin.short.${point.head.means}`)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same in one line, for lists. */
export function ScoreChips({ file, lines }: Omit<Props, "label">) {
  const { t } = useTranslation("casefile");
  const latest = latestOf(file, lines);
  if (latest.length === 0) return <span className="small soft">{t("goals.notScored")}</span>;
  return (
    <span className="case-item-facts">
      {latest.map(({ voice, name, point }) => (
        <Chip key={voice} tone="accent">
          <bdi>
            {name || t("origin.unknown")}{" "}
            {isUnsaid(point.value) ? t(`value.${point.value.unsaid}`) : point.value}
          </bdi>
        </Chip>
      ))}
    </span>
  );
}

/** The course over time with its table, once there is a course. */
export function Course({ file, lines, label }: Props) {
  const { t, i18n } = useTranslation("casefile");
  if (!hasCourse(lines)) return null;
  const now = new Date();
  return (
    <TrendChart
      label={label}
      series={seriesOf(file, lines)}
      formatDate={(date) => dayWords(i18n.language, new Date(`${date.slice(0, 10)}T12:00`), now)}
      labels={{
        showTable: t("trend.showTable"),
        showChart: t("trend.showChart"),
        date: t("trend.date"),
        unknown: t("value.dontKnow"),
        declined: t("value.ratherNot"),
        missing: t("trend.missing"),
      }}
    />
  );
}
