import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { workerView } from "../../domain/sight.ts";
import { type TrendPoint, trendOf } from "../../domain/trend.ts";
import { shortDateOf } from "../../i18n/formats.ts";
import { momentOf } from "../../instrument/values.ts";

const TrendChart = lazy(async () => ({ default: (await import("../../ui/TrendChart.tsx")).TrendChart }));

type Props = {
  readonly file: CaseFile;
  readonly label: string;
  readonly instrument: string;
  readonly items: readonly string[];
  readonly about?: RecordId;
};

const dateOfPoint = ({ at }: TrendPoint): string => (typeof at === "number" ? momentOf(new Date(at)) : at);

/** Scores over time, a line for each person, with the table behind it. Never an average. */
export function Trend({ file, label, instrument, items, about }: Props) {
  const { t, i18n } = useTranslation("tools");
  const lines = trendOf(file, { instrument, items, ...(about ? { about } : {}) }, workerView);
  const isWorthALine = lines.some((line) => line.points.length > 1) || lines.length > 1;
  if (!isWorthALine) return null;
  return (
    <Suspense>
      <TrendChart
        label={label}
        series={lines.map(({ voice, points }) => ({
          id: voice,
          name: nameOf(file, voice),
          points: points.map((point) => ({
            date: dateOfPoint(point),
            value: isUnsaid(point.value) ? null : point.value,
            ...(isUnsaid(point.value)
              ? { mark: point.value.unsaid === "dontKnow" ? ("unknown" as const) : ("declined" as const) }
              : {}),
          })),
        }))}
        labels={{
          showTable: t("trend.showTable"),
          showChart: t("trend.showChart"),
          date: t("trend.date"),
          unknown: t("say.dontKnow"),
          declined: t("say.ratherNot"),
          missing: t("notFilledIn"),
        }}
        formatDate={(date) => shortDateOf(i18n.language, new Date(date))}
      />
    </Suspense>
  );
}
