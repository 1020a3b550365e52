import type { ReactNode } from "react";
import { useHide } from "./Hide.tsx";
import "./TopBar.css";

type Props = {
  readonly title: ReactNode;
  /** A quiet word beside the title. */
  readonly note?: ReactNode;
  /** An IconButton, or a link with `backClass`. */
  readonly back?: ReactNode;
  /** The corner for "Opgeslagen op dit apparaat" and "nog niet verstuurd". */
  readonly status?: ReactNode;
  readonly safety?: ReactNode;
  /** Instead of the button that HideProvider gives. */
  readonly hide?: ReactNode;
};

export function TopBar({ title, note, back, status, safety, hide }: Props) {
  const given = useHide();
  return (
    <header className="ui-topbar">
      <div className="ui-topbar-line">
        {back}
        <div className="ui-topbar-title">
          <span className="ui-topbar-name">{title}</span>
          {note && <span className="ui-topbar-note">{note}</span>}
        </div>
        <div className="ui-topbar-status">{status}</div>
        {safety && <div className="ui-topbar-safety">{safety}</div>}
        <div className="ui-topbar-hide">{hide ?? given}</div>
      </div>
    </header>
  );
}
