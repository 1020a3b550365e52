import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import { type ButtonLook, buttonClass } from "./Button.tsx";

type Props = ButtonLook & {
  readonly to: To;
  readonly replace?: boolean | undefined;
  readonly icon?: ReactNode;
  /** The words once more, where a narrow screen leaves the icon alone. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
};

/** Looks like a button, leads to another address. */
export function ButtonLink({ to, replace = false, icon, label, children, ...look }: Props) {
  return (
    <Link to={to} replace={replace} className={buttonClass(look)} aria-label={label}>
      {icon && <span className="ui-button-icon">{icon}</span>}
      <span className="ui-button-words">{children}</span>
    </Link>
  );
}
