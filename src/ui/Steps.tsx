import type { ReactNode } from "react";
import "./Steps.css";

type Step<V extends string> = { readonly id: V; readonly label: string; readonly note?: ReactNode };

type Props<V extends string> = {
  readonly label: string;
  readonly steps: readonly Step<V>[];
  readonly current: V;
  readonly onStep: (id: V) => void;
};

/** The moments of a visit: any of them can be opened, in any order. */
export function Steps<V extends string>({ label, steps, current, onStep }: Props<V>) {
  return (
    <nav aria-label={label} className="ui-steps">
      <ol className="ui-steps-list">
        {steps.map((step, index) => (
          <li key={step.id}>
            <button
              type="button"
              className="ui-step"
              aria-current={step.id === current ? "step" : undefined}
              onClick={() => onStep(step.id)}
            >
              <span className="ui-step-number">{index + 1}</span>
              {step.label}
              {step.note}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
