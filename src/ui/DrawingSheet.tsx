import { type PointerEvent, useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import "./DrawingSheet.css";

export type SheetPoint = readonly [x: number, y: number];
export type SheetStroke = readonly SheetPoint[];

const width = 1000;
const height = 700;

/** A curve through the middles of the points: a finger's line without its corners. */
function pathOf(stroke: SheetStroke): string {
  const [first, ...rest] = stroke;
  if (!first) return "";
  const start = `M${first[0]} ${first[1]}`;
  if (rest.length === 0) return `${start}l0.1 0`;
  const curves = rest.map(([x, y], at) => {
    const next = rest[at + 1];
    return next ? `Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}` : `L${x} ${y}`;
  });
  return start + curves.join("");
}

const strokesDrawn = (strokes: readonly SheetStroke[]) =>
  strokes.map((stroke, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is known by its place alone, and strokes are only added at the end
    <path key={at} className="ui-drawing-stroke" d={pathOf(stroke)} />
  ));

/** A drawing to look at. */
export function DrawingPicture({
  strokes,
  label,
}: {
  readonly strokes: readonly SheetStroke[];
  readonly label: string;
}) {
  return (
    <svg
      className="ui-drawing-sheet ui-drawing-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {strokesDrawn(strokes)}
    </svg>
  );
}

type Props = {
  readonly label: string;
  readonly strokes: readonly SheetStroke[];
  /** Every stroke that is finished, so that a draft of it can be kept. */
  readonly onStrokes: (strokes: readonly SheetStroke[]) => void;
  /** Called once when the sheet is left with strokes that are newer than what was given. */
  readonly onDone: (strokes: readonly SheetStroke[]) => void;
  readonly isFull: boolean;
  readonly words: { readonly undo: string; readonly again: string };
};

/** A sheet to draw on with a finger, a pen or a mouse. Whoever cannot draw tells it instead: the next question asks. */
export function DrawingSheet({ label, strokes, onStrokes, onDone, isFull, words }: Props) {
  const [current, setCurrent] = useState<SheetStroke>([]);
  const unsaved = useRef<readonly SheetStroke[] | undefined>(undefined);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(
    () => () => {
      if (unsaved.current) done.current(unsaved.current);
    },
    [],
  );
  const change = (next: readonly SheetStroke[]): void => {
    unsaved.current = next;
    onStrokes(next);
  };
  const at = (event: PointerEvent<SVGSVGElement>): SheetPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * width);
    const y = Math.round(((event.clientY - box.top) / box.height) * height);
    return [Math.min(width, Math.max(0, x)), Math.min(height, Math.max(0, y))];
  };
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (isFull || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCurrent([at(event)]);
  };
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    if (current.length === 0 || !event.isPrimary) return;
    const point = at(event);
    const last = current.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= 3) setCurrent([...current, point]);
  };
  const end = (): void => {
    if (current.length === 0) return;
    change([...strokes, current]);
    setCurrent([]);
  };
  return (
    <div className="ui-drawing">
      <svg
        className="ui-drawing-sheet"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {strokesDrawn(current.length > 0 ? [...strokes, current] : strokes)}
      </svg>
      <div className="row">
        <Button disabled={strokes.length === 0} onClick={() => change(strokes.slice(0, -1))}>
          {words.undo}
        </Button>
        <Button disabled={strokes.length === 0} onClick={() => change([])}>
          {words.again}
        </Button>
      </div>
    </div>
  );
}
