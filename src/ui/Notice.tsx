import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import "./Notice.css";

export type NoticeTone = "plain" | "good" | "caution" | "danger";

type Props = {
  readonly tone?: NoticeTone | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `status`: told when the screen reader is silent. `alert`: told at once. Absent: part of the page. */
  readonly live?: "status" | "alert" | undefined;
};

const signs = { plain: Info, good: CircleCheck, caution: TriangleAlert, danger: OctagonAlert } as const;

export function Notice({ tone = "plain", title, children, actions, live }: Props) {
  const Sign = signs[tone];
  const box = useRef<HTMLDivElement>(null);
  // What is told at once is also seen at once: else a button that refuses seems to do nothing.
  useEffect(() => {
    if (live === "alert") box.current?.scrollIntoView?.({ block: "nearest" });
  }, [live]);
  return (
    <div ref={box} className={`ui-notice ui-notice-${tone}`} role={live}>
      <Sign className="ui-notice-sign" size={26} aria-hidden="true" />
      <div className="ui-notice-words">
        {title && <p className="ui-notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="ui-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
