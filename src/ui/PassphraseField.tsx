import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button.tsx";
import { Field, type FieldWords, unkept } from "./Field.tsx";

type Props = FieldWords & {
  readonly value: string;
  readonly onValue: (text: string) => void;
  readonly onEnter?: ((text: string) => void) | undefined;
  readonly labels: { readonly show: string; readonly hide: string };
  readonly autoFocus?: boolean | undefined;
};

/** Five words. Not a password field: a browser offers to keep those, and a tablet that keeps it opens by itself. */
export function PassphraseField({ value, onValue, onEnter, labels, autoFocus, ...words }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <Field {...words}>
      {(control) => (
        <>
          <textarea
            {...control}
            {...unkept}
            className={`ui-input ${isShown ? "" : "ui-passphrase-hidden"}`}
            style={{ "--rows": 2 }}
            rows={2}
            dir="ltr"
            autoCapitalize="none"
            // biome-ignore lint/a11y/noAutofocus: the one field of the lock screen
            autoFocus={autoFocus}
            value={value}
            onChange={(event) => onValue(event.target.value.replaceAll("\n", " "))}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              onEnter?.(value);
            }}
          />
          <div className="ui-flush">
            <Button
              variant="quiet"
              icon={isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? labels.hide : labels.show}
            </Button>
          </div>
        </>
      )}
    </Field>
  );
}
