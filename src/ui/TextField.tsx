import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Field, type FieldWords, unkept } from "./Field.tsx";
import { useGrowing } from "./growing.ts";
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
    /** For sentences: one line that grows to all that it holds. A name, a number or a code stays one line. */
    readonly grows?: boolean | undefined;
  };

/** What is pasted may have several lines. */
const inOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, " ");

export function TextField(props: Props) {
  const { value, onValue, onDone, idleMillis, inputMode, autoCapitalize, lang, maxLength } = props;
  const { isReadOnly, autoFocus, onEnter, end, grows, ...words } = props;
  const typed = useTypedText({ value, onValue, onDone, idleMillis });
  const area = useRef<HTMLTextAreaElement>(null);
  useGrowing(area, typed.text);
  const same = {
    ...unkept,
    ...typed.composition,
    className: "ui-input",
    dir: "auto",
    autoCapitalize: autoCapitalize ?? unkept.autoCapitalize,
    inputMode,
    lang,
    maxLength,
    readOnly: isReadOnly,
    // Only where a screen has just opened this field on a tap.
    autoFocus,
    value: typed.text,
    onBlur: typed.finish,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing || !(onEnter || grows)) return;
      event.preventDefault();
      typed.finish();
      onEnter?.(typed.text);
    },
  } as const;
  return (
    <Field {...words}>
      {(control) => {
        const input = grows ? (
          <textarea
            {...control}
            {...same}
            ref={area}
            rows={1}
            style={{ "--rows": 1 }}
            enterKeyHint="done"
            onChange={(event) => typed.change(inOneLine(event.target.value))}
          />
        ) : (
          <input {...control} {...same} type="text" onChange={(event) => typed.change(event.target.value)} />
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
