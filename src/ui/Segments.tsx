import type { ReactNode } from "react";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import "./Segments.css";

type Segment<V extends string> = { readonly value: V; readonly label: ReactNode };

type Props<V extends string> = FieldWords & {
  readonly options: readonly Segment<V>[];
  readonly value: V | null;
  /** Tapping the chosen one takes the answer back: null. */
  readonly onPick: (value: V | null) => void;
  /** `beside`: the question at the start and the answers at the end of one line, for long lists. */
  readonly layout?: "under" | "beside" | undefined;
};

/** A short row of answers, one of which may be chosen. */
export function Segments<V extends string>(props: Props<V>) {
  const { options, value, onPick, layout = "under", ...words } = props;
  return (
    <div className={`ui-segments-${layout}`}>
      <Group {...words}>
        {(group) => (
          // biome-ignore lint/a11y/useSemanticElements: the label of a fieldset cannot hold the chips beside it
          <div {...group} role="group" className="ui-segments">
            {options.map((option) => (
              <button
                key={option.value}
                type="button"
                className="ui-segment"
                aria-pressed={option.value === value}
                onClick={() => onPick(option.value === value ? null : option.value)}
              >
                {option.label}
              </button>
            ))}
          </div>
        )}
      </Group>
    </div>
  );
}
