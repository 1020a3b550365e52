import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import "./Disclosure.css";

type Props = {
  readonly title: ReactNode;
  /** Stays visible while folded. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Folded from outside, as when the tablet turns; without it the fold keeps its own state. */
  readonly isOpen?: boolean | undefined;
  readonly onToggle?: ((isOpen: boolean) => void) | undefined;
  readonly look?: "card" | "plain" | undefined;
  readonly level?: 2 | 3 | undefined;
};

/** Something folded away until it is tapped. What is folded is not in the page at all. */
export function Disclosure(props: Props) {
  const { title, aside, children, isOpen, onToggle, look = "card", level } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const id = useId();
  const open = isOpen ?? ownOpen;
  const Heading = level ? (`h${level}` as const) : "div";
  return (
    <div className={`ui-fold ui-fold-${look}`} data-open={open || undefined}>
      <Heading className="ui-fold-heading">
        <button
          type="button"
          className="ui-fold-button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => {
            setOwnOpen(!open);
            onToggle?.(!open);
          }}
        >
          <ChevronDown className="ui-fold-arrow" size={22} aria-hidden="true" />
          <span className="ui-fold-title">{title}</span>
          {aside}
        </button>
      </Heading>
      {open && (
        <div id={id} className="ui-fold-inside">
          {children}
        </div>
      )}
    </div>
  );
}
