import "./Stoplight.css";

export type Colour = "green" | "orange" | "red";

/** As they hang in the light, from above: the place says it too. */
export const coloursAsHung: readonly Colour[] = ["red", "orange", "green"];

/** Colour and shape together: a round, a diamond, an octagon. */
const shapes: Readonly<Record<Colour, string>> = {
  green: "M20 4a16 16 0 1 0 .01 0Z",
  orange: "M17.9 2.9a3 3 0 0 1 4.2 0l15 15a3 3 0 0 1 0 4.2l-15 15a3 3 0 0 1-4.2 0l-15-15a3 3 0 0 1 0-4.2Z",
  red: "M13.4 3.2h13.2a3 3 0 0 1 2.1.9l7.2 7.2a3 3 0 0 1 .9 2.1v13.2a3 3 0 0 1-.9 2.1l-7.2 7.2a3 3 0 0 1-2.1.9H13.4a3 3 0 0 1-2.1-.9l-7.2-7.2a3 3 0 0 1-.9-2.1V13.4a3 3 0 0 1 .9-2.1l7.2-7.2a3 3 0 0 1 2.1-.9Z",
};

/** A raised hand on the octagon. No tick and no cross anywhere: a colour is not right or wrong. */
const hand =
  "M18 11V6a2 2 0 0 0-4 0M14 10V4a2 2 0 0 0-4 0v2M10 10.5V6a2 2 0 0 0-4 0v8M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2c-2.8 0-4.5-.86-5.99-2.34l-3.6-3.6a2 2 0 0 1 2.83-2.82L7 15";

type Props = {
  readonly colour: Colour;
  /** Where no word stands beside it. */
  readonly label?: string | undefined;
  readonly size?: number | undefined;
};

export function ColourMark({ colour, label, size = 40 }: Props) {
  return (
    <svg
      className={`ui-mark ui-mark-${colour}`}
      viewBox="0 0 40 40"
      width={size}
      height={size}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path className="ui-mark-shape" d={shapes[colour]} />
      {colour === "red" && <path className="ui-mark-sign" transform="translate(9.2 9) scale(.9)" d={hand} />}
    </svg>
  );
}
