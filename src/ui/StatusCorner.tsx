import { Fragment } from "react";
import "./TopBar.css";

export type StatusPart = {
  /** `kept`: on this device. `waiting`: not sent yet. `sent`: nothing waits. `attention`: something to look at. */
  readonly kind: "kept" | "waiting" | "sent" | "attention";
  readonly text: string;
};

type Props = { readonly parts: readonly StatusPart[]; readonly onClick?: (() => void) | undefined };

/** Two quiet words about what is kept and what is sent. Changes are told to a screen reader when it is silent. */
export function StatusCorner({ parts, onClick }: Props) {
  // One after the other as in a sentence: each on lines of its own, two of them would take three lines on a tablet.
  const words = (
    <span className="ui-status-words">
      {parts.map((part) => (
        <Fragment key={part.kind}>
          <span className="ui-status-part">
            <span className={`ui-status-dot ui-status-dot-${part.kind}`} aria-hidden="true" />
            {part.text}
          </span>
          <span className="ui-status-gap"> </span>
        </Fragment>
      ))}
    </span>
  );
  if (!onClick)
    return (
      <output className="ui-status" aria-live="polite">
        {words}
      </output>
    );
  return (
    <button type="button" className="ui-status" onClick={onClick}>
      {words}
    </button>
  );
}
