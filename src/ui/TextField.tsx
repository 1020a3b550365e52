import type { ReactNode } from "react";
import { Field, type FieldWords, unkept } from "./Field.tsx";
import { type TypedText, useTypedText } from "./typedText.ts";

type Props = FieldWords &
  TypedText & {
    readonly inputMode?: "text" | "numeric" | "tel" | "email" | "decimal" | undefined;
    /** Names and codes begin as they are typed. */
    readonly autoCapitalize?: "none" | "sentences" | "words" | undefined;
    readonly lang?: string | undefined;
    readonly maxLength?: number | undefined;
    readonly isReadOnly?: boolean | undefined;
    readonly autoFocus?: boolean | undefined;
    /** Enter, outside an input method. */
    readonly onEnter?: ((text: string) => void) | undefined;
    readonly end?: ReactNode;
  };

export function TextField(props: Props) {
  const { value, onValue, onDone, idleMillis, inputMode, autoCapitalize, lang, maxLength } = props;
  const { isReadOnly, autoFocus, onEnter, end, ...words } = props;
  const typed = useTypedText({ value, onValue, onDone, idleMillis });
  return (
    <Field {...words}>
      {(control) => {
        const input = (
          <input
            {...control}
            {...unkept}
            {...typed.composition}
            className="ui-input"
            type="text"
            dir="auto"
            autoCapitalize={autoCapitalize ?? unkept.autoCapitalize}
            inputMode={inputMode}
            lang={lang}
            maxLength={maxLength}
            readOnly={isReadOnly}
            // biome-ignore lint/a11y/noAutofocus: only where a screen has just opened this field on a tap
            autoFocus={autoFocus}
            value={typed.text}
            onChange={(event) => typed.change(event.target.value)}
            onBlur={typed.finish}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing || !onEnter) return;
              event.preventDefault();
              typed.finish();
              onEnter(typed.text);
            }}
          />
        );
        return end ? (
          <div className="ui-input-with-end">
            {input}
            {end}
          </div>
        ) : (
          input
        );
      }}
    </Field>
  );
}
