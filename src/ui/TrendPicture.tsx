import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3-shape";
import { useLayoutEffect, useRef, useState } from "react";
import {
  datesThatFit,
  mostMarksOnADay,
  nameStart,
  nameThatFits,
  nudgeOf,
  plot,
  spreadOut,
  type TrendPoint,
  type TrendSeries,
  trendScales,
} from "./trendLayout.ts";

/** Marker and dash tell the lines apart without their colour. */
const shapes: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolCross,
];
const dashes = ["none", "9 5", "2 5", "12 4 2 4", "6 3", "1 4"] as const;

type Scales = ReturnType<typeof trendScales>;

export type TrendLabels = {
  readonly showTable: string;
  readonly showChart: string;
  readonly date: string;
  readonly unknown: string;
  readonly declined: string;
  /** In the table, where there is nothing: "–", "niet ingevuld". */
  readonly missing: string;
};

type Props = {
  readonly label: string;
  readonly series: readonly TrendSeries[];
  readonly labels: TrendLabels;
  readonly formatDate: (isoDate: string) => string;
};

export function TrendPicture({ label, series, labels, formatDate }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(280, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scales = trendScales(series, width);
  const height = plot.bottom + 40 + mostMarksOnADay(series) * 21;
  const lastValues = series.map((one) => one.points.findLast((point) => point.value !== null));
  const heights = spreadOut(
    lastValues.map((point) => scales.y(point?.value ?? 0)),
    23,
    plot.bottom,
  );
  const hasMarks = series.some((one) => one.points.some((point) => point.mark));
  return (
    <div ref={frame} className="ui-trend-frame" dir="ltr">
      <svg role="img" aria-label={label} width="100%" height={height} viewBox={`0 0 ${width} ${height}`}>
        <Grid scales={scales} height={height} formatDate={formatDate} />
        {series.map((one, index) => (
          <Line
            key={one.id}
            one={one}
            index={index}
            scales={scales}
            nudge={nudgeOf(index, series.length)}
            labelHeight={heights[index] ?? 0}
          />
        ))}
        <Marks series={series} scales={scales} />
      </svg>
      {hasMarks && (
        <ul className="ui-trend-legend">
          <li>
            <b>?</b> {labels.unknown}
          </li>
          <li>
            <b>×</b> {labels.declined}
          </li>
        </ul>
      )}
    </div>
  );
}

type GridProps = { scales: Scales; height: number; formatDate: (isoDate: string) => string };

function Grid({ scales, height, formatDate }: GridProps) {
  return (
    <g className="ui-trend-grid">
      {[0, 2, 4, 6, 8, 10].map((value) => (
        <g key={value}>
          <path d={`M${plot.start} ${scales.y(value)}H${scales.end + 8}`} />
          <text x={plot.start - 10} y={scales.y(value)} dy="0.35em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {datesThatFit(scales.dates, scales.x, 76).map((date) => (
        <text key={date} x={scales.x(date)} y={height - 8} textAnchor="middle">
          {formatDate(date)}
        </text>
      ))}
    </g>
  );
}

type LineProps = { one: TrendSeries; index: number; scales: Scales; nudge: number; labelHeight: number };

function Line({ one, index, scales, nudge, labelHeight }: LineProps) {
  const path = line<TrendPoint>()
    .defined((point) => point.value !== null)
    .x((point) => scales.x(point.date))
    .y((point) => scales.y(point.value ?? 0) + nudge)(
    one.points.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  );
  const shape = symbol(shapes[index % shapes.length] ?? symbolCircle, 110)() ?? "";
  const last = one.points.findLast((point) => point.value !== null);
  return (
    <g className={`ui-trend-line ui-trend-colour-${index % 6}`}>
      {path && <path className="ui-trend-path" d={path} strokeDasharray={dashes[index % dashes.length]} />}
      {one.points.map((point) =>
        point.value === null ? null : (
          <path
            key={point.date}
            className="ui-trend-marker"
            d={shape}
            transform={`translate(${scales.x(point.date)} ${scales.y(point.value) + nudge})`}
          />
        ),
      )}
      {last?.value != null && (
        <>
          <path
            className="ui-trend-leader"
            d={`M${scales.x(last.date) + 9} ${scales.y(last.value) + nudge}L${scales.end + 14} ${labelHeight}`}
          />
          <path
            className="ui-trend-marker"
            d={shape}
            transform={`translate(${scales.end + 22} ${labelHeight})`}
          />
          <text className="ui-trend-name" x={scales.end + nameStart} y={labelHeight} dy="0.35em">
            {nameThatFits(one.name, scales.room)}
          </text>
        </>
      )}
    </g>
  );
}

/** Under the line of zero, so that nobody takes them for a number: one above the other where two fall on a day. */
function Marks({ series, scales }: { series: readonly TrendSeries[]; scales: Scales }) {
  const marks = series.flatMap((one, index) =>
    one.points
      .filter((point) => point.mark)
      .map((point) => ({ key: `${one.id} ${point.date}`, index, point, one })),
  );
  return (
    <g>
      {marks.map(({ key, index, point, one }, at) => {
        const beside = marks.slice(0, at).filter((other) => other.point.date === point.date).length;
        return (
          <text
            key={key}
            className={`ui-trend-mark ui-trend-colour-${index % 6}`}
            x={scales.x(point.date)}
            y={plot.bottom + 28 + beside * 20}
            textAnchor="middle"
          >
            {point.mark === "unknown" ? "?" : "×"} {one.name}
          </text>
        );
      })}
    </g>
  );
}
