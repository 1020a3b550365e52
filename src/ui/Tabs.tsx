import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Link, NavLink, type To, useLocation } from "react-router";
import "./Steps.css";

export type Tab = {
  readonly to: To;
  readonly label: string;
  /** Current only at this very address, not below it. */
  readonly end?: boolean | undefined;
  readonly note?: ReactNode;
  /** The address of a page that belongs to it and stands elsewhere: there it is marked as well. */
  readonly holds?: string | undefined;
};

type Props = { readonly label: string; readonly tabs: readonly Tab[] };

function bringCurrentInSight(list: Element): void {
  const current = list.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!current) return;
  const row = list.getBoundingClientRect();
  const off = (current.left + current.right - row.left - row.right) / 2;
  list.scrollBy({ left: off, behavior: "instant" });
}

/** Pages of one family side by side: links in one row, with the current one marked and in sight. */
export function Tabs({ label, tabs }: Props) {
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address makes another tab the current one
  useLayoutEffect(() => {
    if (!list.current) return undefined;
    // Also when the tablet turns: what was in sight on a wide row may lie beyond a narrow one.
    const watch = new ResizeObserver(([entry]) => entry && bringCurrentInSight(entry.target));
    bringCurrentInSight(list.current);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, [pathname]);
  return (
    <nav aria-label={label} className="ui-tabs">
      <ul ref={list} className="ui-tabs-list">
        {tabs.map((tab) => (
          <li key={tab.label}>
            {tab.holds === pathname ? (
              <Link to={tab.to} className="ui-tab" aria-current="true">
                {tab.label}
                {tab.note}
              </Link>
            ) : (
              <NavLink to={tab.to} end={tab.end ?? false} className="ui-tab">
                {tab.label}
                {tab.note}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
