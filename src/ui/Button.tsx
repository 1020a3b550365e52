import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import "./Button.css";

/** `hide` is the quiet wood of "Verberg"; `quiet` has no border until it is reached. */
export type ButtonVariant = "main" | "plain" | "quiet" | "hide" | "danger";

export type ButtonLook = {
  readonly variant?: ButtonVariant | undefined;
  /** `family` is 64 px high everywhere; without it the size follows the `.family` scope. */
  readonly size?: "tap" | "family" | undefined;
  readonly wide?: boolean | undefined;
};

/** The look of a button, for links that lead to another address. */
export function buttonClass({ variant = "plain", size, wide }: ButtonLook = {}): string {
  const parts = ["ui-button", `ui-button-${variant}`];
  if (size) parts.push(`ui-button-size-${size}`);
  if (wide) parts.push("ui-button-wide");
  return parts.join(" ");
}

export type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
    readonly icon?: ReactNode;
    readonly iconEnd?: ReactNode;
    /** Stays focusable and keeps its place, but does nothing while the work runs. */
    readonly isPending?: boolean | undefined;
    readonly ref?: Ref<HTMLButtonElement>;
  };

export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, iconEnd, isPending, onClick, children, type, ...native } = props;
  return (
    <button
      {...native}
      type={type ?? "button"}
      className={buttonClass({ variant, size, wide })}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || native["aria-disabled"]}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <span className="ui-button-icon">{icon}</span>}
      <span className="ui-button-words">{children}</span>
      {iconEnd && <span className="ui-button-icon">{iconEnd}</span>}
    </button>
  );
}
