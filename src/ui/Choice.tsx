import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import { moveFocusAmongRadios, tabStop } from "./radioKeys.ts";
import "./Choice.css";

export type Option<V extends string> = {
  readonly value: V;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly picture?: ReactNode;
  readonly lang?: string | undefined;
};

type Props<V extends string> = FieldWords & {
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onPick: (value: V) => void;
  /** Offers to take the answer back. */
  readonly clear?: { readonly label: string; readonly onClear: () => void } | undefined;
  /** `list`: one under the other. `grid`: beside each other where there is room. `row`: as short as their words. */
  readonly layout?: "list" | "grid" | "row" | undefined;
};

/** One of several, as cards. */
export function Choice<V extends string>(props: Props<V>) {
  const { options, value, onPick, clear, layout = "grid", ...words } = props;
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <Group {...words}>
      {(group) => (
        <>
          <div
            {...group}
            role="radiogroup"
            className={`ui-options ui-options-${layout}`}
            onKeyDown={moveFocusAmongRadios}
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useSemanticElements: a native radio picks while the arrow keys pass over it
              <button
                key={option.value}
                type="button"
                role="radio"
                aria-checked={index === chosen}
                tabIndex={tabStop(index, chosen)}
                className="ui-option"
                lang={option.lang}
                onClick={() => onPick(option.value)}
              >
                {option.picture && <span className="ui-option-picture">{option.picture}</span>}
                <span className="ui-option-words">
                  <span className="ui-option-label">{option.label}</span>
                  {option.description && <span className="ui-option-description">{option.description}</span>}
                </span>
                <span className="ui-option-dot" aria-hidden="true" />
              </button>
            ))}
          </div>
          {clear && chosen >= 0 && (
            <div className="ui-flush">
              <Button variant="quiet" onClick={clear.onClear}>
                {clear.label}
              </Button>
            </div>
          )}
        </>
      )}
    </Group>
  );
}
