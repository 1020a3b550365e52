import type { ReactNode } from "react";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import { moveFocusAmongRadios, tabStop } from "./radioKeys.ts";
import "./Scale.css";

const steps: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type Props = FieldWords & {
  readonly value: number | null;
  readonly onPick: (value: number) => void;
  /** Words at 0 and at 10; a second language may stand beneath each. */
  readonly ends: { readonly low: ReactNode; readonly high: ReactNode };
  /** `ladder`: 0 at the foot and 10 at the top; on a wide and low screen a staircase that rises. */
  readonly layout?: "row" | "ladder" | undefined;
};

/** Eleven buttons, 0 to 10. Never a slider: a slip of the thumb must not give an answer. */
export function Scale({ value, onPick, ends, layout = "row", ...words }: Props) {
  const chosen = value === null ? -1 : steps.indexOf(value);
  return (
    <Group {...words}>
      {(group) => (
        <div className={layout === "ladder" ? "ui-scale ui-scale-ladder" : "ui-scale"}>
          <div
            {...group}
            role="radiogroup"
            className="ui-scale-steps"
            data-rising={layout === "ladder" || undefined}
            onKeyDown={moveFocusAmongRadios}
          >
            {steps.map((step, index) => (
              // biome-ignore lint/a11y/useSemanticElements: a native radio picks while the arrow keys pass over it
              <button
                key={step}
                type="button"
                role="radio"
                aria-checked={index === chosen}
                tabIndex={tabStop(index, chosen)}
                className="ui-scale-step"
                style={{ "--level": step }}
                onClick={() => onPick(step)}
              >
                {step}
              </button>
            ))}
          </div>
          <div className="ui-scale-ends">
            <span>{ends.low}</span>
            <span>{ends.high}</span>
          </div>
        </div>
      )}
    </Group>
  );
}
