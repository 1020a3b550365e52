import type { ReactNode } from "react";
import "./EmptyState.css";

type Props = {
  /** Absent where the page's own title says it. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly picture?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet, and what could come. */
export function EmptyState({ title, children, picture, action }: Props) {
  return (
    <div className="ui-empty">
      {picture && <span className="ui-empty-picture">{picture}</span>}
      {title && <p className="ui-empty-title">{title}</p>}
      {children && <div className="ui-empty-text">{children}</div>}
      {action}
    </div>
  );
}
