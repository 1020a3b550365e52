/** A drawing is strokes of whole points on a sheet of this size, whatever the screen it was drawn on. */
export const sheetSize = { width: 1000, height: 700 } as const;

export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

const maxPoints = 10_000;

/**
 * A drawing as text, so that it is kept like any other half-finished words: points of a stroke are `x,y` with a space
 * between, strokes are lines.
 */
export const drawingText = (strokes: readonly Stroke[]): string =>
  strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(" ")).join("\n");

const pointFrom = (text: string): Point | undefined => {
  const found = /^(\d{1,4}),(\d{1,4})$/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
};

/** The strokes of a drawing's text; `undefined` where it is none. */
export function strokesFrom(text: string): readonly Stroke[] | undefined {
  if (text === "") return [];
  const strokes: Point[][] = [];
  for (const line of text.split("\n")) {
    const points = line.split(" ").map(pointFrom);
    if (points.some((point) => point === undefined)) return undefined;
    strokes.push(points as Point[]);
  }
  return strokes;
}

/** Is there room for another stroke? A drawing stays well below what one entry may weigh. */
export const hasRoom = (strokes: readonly Stroke[]): boolean =>
  strokes.reduce((sum, stroke) => sum + stroke.length, 0) < maxPoints;
