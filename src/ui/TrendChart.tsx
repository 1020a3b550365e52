import { useId, useState } from "react";
import { Button } from "./Button.tsx";
import { Table } from "./Table.tsx";
import { type TrendLabels, TrendPicture } from "./TrendPicture.tsx";
import { datesOf, type TrendPoint, type TrendSeries } from "./trendLayout.ts";
import "./TrendChart.css";

type Props = {
  /** What the trend is of: the name of the picture and of the table. */
  readonly label: string;
  /** Where it is already said above the picture. */
  readonly isLabelHidden?: boolean | undefined;
  readonly series: readonly TrendSeries[];
  readonly labels: TrendLabels;
  /** A short date, as it stands under the axis. */
  readonly formatDate: (isoDate: string) => string;
};

const cellOf = (point: TrendPoint | undefined, labels: TrendLabels): string =>
  point?.mark ? labels[point.mark] : point?.value != null ? String(point.value) : labels.missing;

/** Which of `dates` this is: with its time where others are of the same day. */
const rowNameOf = (
  date: string,
  dates: readonly string[],
  formatDate: (isoDate: string) => string,
): string => {
  const ofThatDay = dates.filter((one) => one.slice(0, 10) === date.slice(0, 10));
  return ofThatDay.length > 1 ? `${formatDate(date)} ${date.slice(11, 16)}`.trimEnd() : formatDate(date);
};

/** Answers from 0 to 10 over time, a line for each person; and the same as a table. */
export function TrendChart({ label, isLabelHidden, series, labels, formatDate }: Props) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="ui-trend" aria-labelledby={id}>
      <figcaption id={id} className={isLabelHidden ? "visually-hidden" : "ui-trend-label"}>
        {label}
      </figcaption>
      {isTable ? (
        <Table
          caption={label}
          isCaptionHidden
          columns={[
            { id: "date", label: labels.date },
            ...series.map((one) => ({ id: one.id, label: one.name })),
          ]}
          rows={datesOf(series).map((date, _, dates) => ({
            id: date,
            cells: [
              rowNameOf(date, dates, formatDate),
              ...series.map((one) =>
                cellOf(
                  one.points.find((point) => point.date === date),
                  labels,
                ),
              ),
            ],
          }))}
        />
      ) : (
        <TrendPicture label={label} series={series} labels={labels} formatDate={formatDate} />
      )}
      <div className="ui-flush no-print">
        <Button variant="quiet" onClick={() => setTable(!isTable)}>
          {isTable ? labels.showChart : labels.showTable}
        </Button>
      </div>
    </figure>
  );
}
