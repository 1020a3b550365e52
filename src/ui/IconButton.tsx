import type { ReactNode, Ref } from "react";
import { type ButtonVariant, buttonClass } from "./Button.tsx";

type Props = {
  /** What a screen reader says, and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly variant?: ButtonVariant | undefined;
  readonly disabled?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly isPressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function IconButton(props: Props) {
  const { label, icon, onClick, variant = "quiet", disabled, isExpanded, isPressed, ref } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={`${buttonClass({ variant })} ui-icon-button`}
      aria-label={label}
      title={label}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
      disabled={disabled}
      onClick={onClick}
    >
      <span className="ui-button-icon">{icon}</span>
    </button>
  );
}
