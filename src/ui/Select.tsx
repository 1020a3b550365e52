import { ChevronDown } from "lucide-react";
import { Field, type FieldWords } from "./Field.tsx";

type Props<V extends string> = FieldWords & {
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly onPick: (value: V | null) => void;
  /** The words for "nothing chosen", which can be chosen again. */
  readonly placeholder: string;
};

/** One of many, with the device's own list. For few, `Choice` shows them at once. */
export function Select<V extends string>({ options, value, onPick, placeholder, ...words }: Props<V>) {
  return (
    <Field {...words}>
      {(control) => (
        <span className="ui-select">
          <select
            {...control}
            className="ui-input"
            autoComplete="off"
            value={value ?? ""}
            onChange={(event) => {
              const picked = options.find((option) => option.value === event.target.value);
              onPick(picked ? picked.value : null);
            }}
          >
            <option value="">{placeholder}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className="ui-select-arrow" size={22} aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
