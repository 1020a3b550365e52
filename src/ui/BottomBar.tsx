import type { ReactNode } from "react";
import "./BottomBar.css";

type Props = {
  /** At the start, away from the main action: "Stop", "Terug". */
  readonly start?: ReactNode;
  /** At the end, where the thumb is. The main action last. */
  readonly children: ReactNode;
};

export function BottomBar({ start, children }: Props) {
  return (
    <div className="ui-bottombar">
      <div className="ui-bottombar-start">{start}</div>
      <div className="ui-bottombar-end">{children}</div>
    </div>
  );
}
