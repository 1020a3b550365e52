import "./Stoplight.css";

export type Colour = "green" | "orange" | "red";

/** Colour and shape together: a round, a diamond, an octagon. */
const shapes: Readonly<Record<Colour, string>> = {
  green: "M20 4a16 16 0 1 0 .01 0Z",
  orange: "M17.9 2.9a3 3 0 0 1 4.2 0l15 15a3 3 0 0 1 0 4.2l-15 15a3 3 0 0 1-4.2 0l-15-15a3 3 0 0 1 0-4.2Z",
  red: "M13.4 3.2h13.2a3 3 0 0 1 2.1.9l7.2 7.2a3 3 0 0 1 .9 2.1v13.2a3 3 0 0 1-.9 2.1l-7.2 7.2a3 3 0 0 1-2.1.9H13.4a3 3 0 0 1-2.1-.9l-7.2-7.2a3 3 0 0 1-.9-2.1V13.4a3 3 0 0 1 .9-2.1l7.2-7.2a3 3 0 0 1 2.1-.9Z",
};

const signs: Readonly<Record<Colour, string>> = {
  green: "M13 20.5l5 5 9.5-11",
  orange: "M20 11.5v11M20 28v.6",
  red: "M13.5 13.5l13 13M26.5 13.5l-13 13",
};

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
      <path className="ui-mark-sign" d={signs[colour]} />
    </svg>
  );
}
