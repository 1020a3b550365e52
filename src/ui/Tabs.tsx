import type { ReactNode } from "react";
import { NavLink, type To } from "react-router";
import "./Steps.css";

export type Tab = {
  readonly to: To;
  readonly label: string;
  /** Current only at this very address, not below it. */
  readonly end?: boolean | undefined;
  readonly note?: ReactNode;
};

type Props = { readonly label: string; readonly tabs: readonly Tab[] };

/** Pages of one family side by side: links, with the current one marked. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="ui-tabs">
      <ul className="ui-tabs-list">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <NavLink to={tab.to} end={tab.end ?? false} className="ui-tab">
              {tab.label}
              {tab.note}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
