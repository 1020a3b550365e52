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
import { Disclosure } from "../../ui/Disclosure.tsx";
import { useFolds } from "../visit/useFolds.ts";

const TrendChart = lazy(async () => ({ default: (await import("../../ui/TrendChart.tsx")).TrendChart }));

type Props = {
  readonly file: CaseFile;
  readonly label: string;
  readonly instrument: string;
  readonly items: readonly string[];
  readonly about?: RecordId;
};

const dateOfPoint = ({ at }: TrendPoint): string => (typeof at === "number" ? momentOf(new Date(at)) : at);

/**
 * Scores over time, a line for each person, with the table behind it. Never an average. Folded until it is tapped, and
 * again when the tablet turns: at the table nobody reads another's numbers unasked.
 */
export function Trend({ file, label, instrument, items, about }: Props) {
  const { t, i18n } = useTranslation("tools");
  const [opened, open] = useFolds<"trend">();
  const lines = trendOf(file, { instrument, items, ...(about ? { about } : {}) }, workerView);
  const isWorthALine = lines.some((line) => line.points.length > 1) || lines.length > 1;
  if (!isWorthALine) return null;
  return (
    <Disclosure
      title={label}
      isOpen={opened === "trend"}
      onToggle={(isOpen) => open(isOpen ? "trend" : undefined)}
    >
      <Suspense>
        <TrendChart
          label={label}
          isLabelHidden
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
    </Disclosure>
  );
}
