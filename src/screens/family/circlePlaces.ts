/** Where people stand in the picture: rings around the children, everybody spread evenly over a ring. */
export const circleSize = 620;

const radii = [62, 150, 218, 276] as const;

export const ringRadius = (ring: number): number => radii[ring] ?? radii[3];

export type CirclePlace = { readonly x: number; readonly y: number };

/** The place of one of several on a ring; one alone in the middle ring stands in the centre. */
export function placeOnRing(ring: number, index: number, count: number): CirclePlace {
  const middle = circleSize / 2;
  if (ring === 0 && count === 1) return { x: middle, y: middle };
  const radius = ring === 0 ? 34 + count * 4 : ringRadius(ring);
  // Each ring begins a little further round, so that names of two rings do not stand in one line.
  const angle = -Math.PI / 2 + ring * 0.55 + (index / count) * 2 * Math.PI;
  return { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
}
