import { useRef } from "react";
import { Field, type FieldWords, unkept } from "./Field.tsx";
import { useGrowing } from "./growing.ts";
import { type TypedText, useTypedText } from "./typedText.ts";

type Props = FieldWords &
  TypedText & {
    /** Lines to begin with; it grows with what is written, without end. */
    readonly rows?: number | undefined;
    readonly lang?: string | undefined;
    readonly isReadOnly?: boolean | undefined;
    readonly autoFocus?: boolean | undefined;
  };

export function TextArea(props: Props) {
  const { value, onValue, onDone, idleMillis, rows = 3, lang, isReadOnly, autoFocus, ...words } = props;
  const typed = useTypedText({ value, onValue, onDone, idleMillis });
  const area = useRef<HTMLTextAreaElement>(null);

  useGrowing(area, typed.text);
  return (
    <Field {...words}>
      {(control) => (
        <textarea
          {...control}
          {...unkept}
          {...typed.composition}
          ref={area}
          className="ui-input"
          style={{ "--rows": rows }}
          rows={rows}
          dir="auto"
          lang={lang}
          readOnly={isReadOnly}
          // biome-ignore lint/a11y/noAutofocus: only where a screen has just opened this field on a tap
          autoFocus={autoFocus}
          value={typed.text}
          onChange={(event) => typed.change(event.target.value)}
          onBlur={typed.finish}
        />
      )}
    </Field>
  );
}
