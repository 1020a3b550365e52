import type { ReactNode } from "react";
import "./SheetPage.css";

type Props = {
  readonly label: string;
  readonly lines: readonly {
    readonly id: string;
    readonly text: string;
    readonly lang?: string | undefined;
    /** Small beneath it, for whoever reads along. */
    readonly second?: ReactNode;
  }[];
};

/** Lines in large letters, to copy by hand where there is no printer. */
export function LargeLines({ label, lines }: Props) {
  return (
    <ol className="ui-large-lines" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} lang={line.lang} dir="auto">
          {line.text}
          {line.second}
        </li>
      ))}
    </ol>
  );
}
