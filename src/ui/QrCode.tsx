import encodeQr from "qr";
import "./QrCode.css";

type Props = {
  /** What a camera reads from it. */
  readonly text: string;
  /** What a screen reader says in its place. */
  readonly label: string;
};

/** As many modules of white around it as the standard asks for, so that a camera finds its edges. */
const border = 4;

/** The dark modules as one outline, each run of a row a rectangle. */
export function outlineOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      const length = x + 1 - start;
      runs.push(`M${start} ${y}h${length}v1h-${length}z`);
    }
  }
  return runs.join("");
}

/** A link or another text for the camera of somebody else's tablet. Loaded only where one is shown. */
export function QrCode({ text, label }: Props) {
  const rows = encodeQr(text, "raw", { ecc: "medium", border });
  const size = rows.length;
  return (
    <svg
      className="ui-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="ui-qr-light" width={size} height={size} />
      <path className="ui-qr-dark" d={outlineOf(rows)} />
    </svg>
  );
}
