import type { ReactNode } from "react";
import "./Chip.css";

export type Tone = "plain" | "good" | "caution" | "danger" | "accent";

type Props = {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

export function Chip({ tone = "plain", icon, children }: Props) {
  return (
    <span className={`ui-chip ui-chip-${tone}`}>
      {icon}
      {children}
    </span>
  );
}

type Tappable = Props & { readonly onClick: () => void; readonly isExpanded?: boolean | undefined };

/** A chip that opens something, such as "2 versies". */
export function ChipButton({ tone = "plain", icon, children, onClick, isExpanded }: Tappable) {
  return (
    <button type="button" className="ui-chip-button" aria-expanded={isExpanded} onClick={onClick}>
      <span className={`ui-chip ui-chip-${tone}`}>
        {icon}
        {children}
      </span>
    </button>
  );
}
