import { Field, type FieldWords } from "./Field.tsx";

type Props = FieldWords & {
  /** As the browser's file dialog takes it: ".age". */
  readonly accept?: string | undefined;
  readonly onPick: (file: File | undefined) => void;
};

/** A file from the device, with the device's own dialog. */
export function FileField({ accept, onPick, ...words }: Props) {
  return (
    <Field {...words}>
      {(control) => (
        <input
          {...control}
          type="file"
          className="ui-input"
          accept={accept}
          autoComplete="off"
          onChange={(event) => onPick(event.target.files?.[0])}
        />
      )}
    </Field>
  );
}
