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
  endOf,
  inTime,
  marksUnder,
  nameStart,
  nudgesOf,
  plot,
  spreadOut,
  type TrendMark,
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
  const marks = marksOf(series, scales);
  const height = plot.bottom + 40 + Math.max(0, ...marks.map(({ row }) => row + 1)) * 21;
  const nudges = nudgesOf(series);
  const { beside } = scales;
  const heights = spreadOut(
    beside.map((one) => scales.y(endOf(one, scales.dates).last?.value ?? 0)),
    23,
    plot.bottom,
  );
  const beneath = series.filter((one) => !beside.includes(one));
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
            nudges={nudges}
            labelHeight={heights[beside.indexOf(one)]}
          />
        ))}
        <Marks marks={marks} />
      </svg>
      {beneath.length > 0 && (
        <ul className="ui-trend-legend">
          {beneath.map((one) => (
            <NameBeneath
              key={one.id}
              one={one}
              index={series.indexOf(one)}
              scales={scales}
              labels={labels}
              formatDate={formatDate}
            />
          ))}
        </ul>
      )}
      {marks.length > 0 && (
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

type NameProps = {
  one: TrendSeries;
  index: number;
  scales: Scales;
  labels: TrendLabels;
  formatDate: (isoDate: string) => string;
};

const shapeOf = (index: number): string => symbol(shapes[index % shapes.length] ?? symbolCircle, 110)() ?? "";

const dashOf = (index: number): string => dashes[index % dashes.length] ?? "none";

/** Who has no number at the end, in words: at a height of the picture it would read as one. */
function NameBeneath({ one, index, scales, labels, formatDate }: NameProps) {
  const { last, ending } = endOf(one, scales.dates);
  return (
    <li className={`ui-trend-line ui-trend-beneath ui-trend-colour-${index % 6}`}>
      {last && (
        <svg width="34" height="16" viewBox="-17 -8 34 16" aria-hidden="true">
          <path className="ui-trend-path" d="M-17 0H17" strokeDasharray={dashOf(index)} />
          <path className="ui-trend-marker" d={shapeOf(index)} />
        </svg>
      )}
      <span>
        <bdi className="ui-trend-name">{one.name}</bdi>
        {ending?.mark && ` · ${labels[ending.mark]} · ${formatDate(ending.date)}`}
      </span>
    </li>
  );
}

type LineProps = {
  one: TrendSeries;
  index: number;
  scales: Scales;
  nudges: ReadonlyMap<TrendPoint, number>;
  /** Where its name stands at the end of the line, if it does. */
  labelHeight: number | undefined;
};

const signOf = (mark: TrendMark): string => (mark === "unknown" ? "?" : "×");

/** It breaks at an answer that is no number. */
function Line({ one, index, scales, nudges, labelHeight }: LineProps) {
  const x = (point: TrendPoint): number => scales.x(point.date);
  const y = (point: TrendPoint): number => scales.y(point.value ?? 0) + (nudges.get(point) ?? 0);
  const points = inTime(one.points);
  const path = line<TrendPoint>()
    .defined((point) => point.value !== null)
    .x(x)
    .y(y)(points);
  const { last } = endOf(one, scales.dates);
  return (
    <g className={`ui-trend-line ui-trend-colour-${index % 6}`}>
      {path && <path className="ui-trend-path" d={path} strokeDasharray={dashOf(index)} />}
      {points
        .filter((point) => point.value !== null)
        .map((point, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two versions of one answer stand at one time
            key={at}
            className="ui-trend-marker"
            d={shapeOf(index)}
            transform={`translate(${x(point)} ${y(point)})`}
          />
        ))}
      {last && labelHeight !== undefined && (
        <>
          <path
            className="ui-trend-leader"
            d={`M${x(last) + 9} ${y(last)}L${scales.end + nameStart - 5} ${labelHeight}`}
          />
          <text className="ui-trend-name" x={scales.end + nameStart} y={labelHeight} dy="0.35em">
            {one.name}
          </text>
        </>
      )}
    </g>
  );
}

/** An answer without a number, by its time; `row`: how many stand over it. */
type Mark = {
  readonly key: string;
  readonly words: string;
  readonly index: number;
  readonly x: number;
  readonly row: number;
};

function marksOf(series: readonly TrendSeries[], scales: Scales): readonly Mark[] {
  const marks = series.flatMap((one, index) =>
    one.points.flatMap(({ date, mark }, at) =>
      mark
        ? [{ key: `${one.id} ${at}`, words: `${signOf(mark)} ${one.name}`, index, x: scales.x(date) }]
        : [],
    ),
  );
  const rows = marksUnder(
    marks.map(({ x }) => x),
    96,
  );
  return marks.map((mark, at) => ({ ...mark, row: rows[at] ?? 0 }));
}

/** Under the line of zero, so that nobody takes them for a number: one above the other where they would touch. */
function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <g>
      {marks.map(({ key, words, index, x, row }) => (
        <text
          key={key}
          className={`ui-trend-mark ui-trend-colour-${index % 6}`}
          x={x}
          y={plot.bottom + 28 + row * 20}
          textAnchor="middle"
        >
          {words}
        </text>
      ))}
    </g>
  );
}
