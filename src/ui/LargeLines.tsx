import type { ReactNode } from "react";
import "./SheetPage.css";

type Part = {
  readonly id: string;
  /** What the text says of the rest: when, and if it doesn't work. */
  readonly label?: string;
  /** Takes its own direction: it may be written in another language than the page. */
  readonly text: string;
  /** Small beneath it, for whoever reads along. */
  readonly second?: ReactNode;
};

type Props = {
  readonly label: string;
  /** What belongs together: an agreement, with when it holds and what happens if it doesn't work. */
  readonly lines: readonly { readonly id: string; readonly parts: readonly Part[] }[];
};

/** Lines in large letters, to copy by hand where there is no printer. Each is a block of its own. */
export function LargeLines({ label, lines }: Props) {
  return (
    <ol className="ui-large-lines" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id}>
          {line.parts.map((part) => (
            <p key={part.id}>
              {part.label}
              {part.second} <bdi>{part.text}</bdi>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
