import { Field, type FieldWords } from "./Field.tsx";

type Props = FieldWords & {
  readonly kind: "date" | "time" | "datetime-local" | "month";
  /** `2024-11-26`, `14:30`, `2024-11-26T14:30`, `2024-11`; empty where nothing is filled in. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
};

/** A day or a time that is known exactly, with the device's own picker. */
export function ExactField({ kind, value, onValue, min, max, isReadOnly, ...words }: Props) {
  return (
    <Field {...words}>
      {(control) => (
        <input
          {...control}
          className="ui-input ui-input-exact"
          type={kind}
          autoComplete="off"
          value={value}
          min={min}
          max={max}
          readOnly={isReadOnly}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
