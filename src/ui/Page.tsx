import type { ReactNode } from "react";
import "./Page.css";

type Props = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Above the title: steps, tabs. */
  readonly before?: ReactNode;
  /** `table`: wood, for cards that lie open. */
  readonly surface?: "page" | "table" | undefined;
  /** `text`: a column that reads well. */
  readonly width?: "wide" | "text" | undefined;
  readonly isTitleHidden?: boolean | undefined;
  readonly children?: ReactNode;
};

/** The main part of a screen. Its title takes the focus when a screen opens: `document.getElementById("page-title")`. */
export function Page(props: Props) {
  const { title, lead, actions, before, surface = "page", width = "wide", isTitleHidden, children } = props;
  return (
    <main id="main" className={`ui-page ui-page-${surface} ui-page-${width}`}>
      {before}
      <div className={isTitleHidden && !actions && !lead ? "visually-hidden" : "ui-page-head"}>
        <div className="ui-page-title">
          <h1 id="page-title" tabIndex={-1} className={isTitleHidden ? "visually-hidden" : undefined}>
            {title}
          </h1>
          {lead && <p className="ui-page-lead">{lead}</p>}
        </div>
        {actions && <div className="ui-page-actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
