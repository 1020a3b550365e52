import { Search, X } from "lucide-react";
import { Field, unkept } from "./Field.tsx";
import { IconButton } from "./IconButton.tsx";
import { useTypedText } from "./typedText.ts";

type Props = {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
  readonly isLabelHidden?: boolean | undefined;
};

export function SearchField({ label, clearLabel, value, onValue, isLabelHidden }: Props) {
  const typed = useTypedText({ value, onValue });
  return (
    <Field label={label} isLabelHidden={isLabelHidden}>
      {(control) => (
        <div className="ui-search">
          <span className="ui-search-lens">
            <Search size={20} aria-hidden="true" />
          </span>
          <input
            {...control}
            {...unkept}
            {...typed.composition}
            className="ui-input"
            type="search"
            enterKeyHint="search"
            dir="auto"
            value={typed.text}
            onChange={(event) => typed.change(event.target.value)}
          />
          {typed.text !== "" && (
            <span className="ui-search-clear">
              <IconButton
                label={clearLabel}
                icon={<X aria-hidden="true" />}
                onClick={() => typed.change("")}
              />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
