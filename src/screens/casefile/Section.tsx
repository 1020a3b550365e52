import { type ReactNode, useId } from "react";
import "./casefile.css";

type Props = {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of a page, named for screen readers. */
export function Section({ title, actions, children }: Props) {
  const id = useId();
  return (
    <section className="case-section" aria-labelledby={id}>
      <div className="case-section-head">
        <h2 id={id}>{title}</h2>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
