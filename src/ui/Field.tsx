import { type ReactNode, useId } from "react";
import { FieldError } from "./FieldError.tsx";
import "./Field.css";

export type FieldWords = {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  /** Stands beside the label: a chip, a mark of who said it. */
  readonly aside?: ReactNode;
  /** Where the label is already on the screen; it is still read aloud. */
  readonly isLabelHidden?: boolean | undefined;
};

type Props = FieldWords & {
  readonly children: (control: {
    readonly id: string;
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": true | undefined;
  }) => ReactNode;
};

/** Label, description and error around one control, tied to it for screen readers. */
export function Field({ label, description, error, aside, isLabelHidden, children }: Props) {
  const id = useId();
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="ui-field">
      <div className={isLabelHidden && !aside ? "visually-hidden" : "ui-field-head"}>
        <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : "ui-field-label"}>
          {label}
        </label>
        {aside}
      </div>
      {description && (
        <div id={`${id}-description`} className="ui-field-description">
          {description}
        </div>
      )}
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** Typed text must not be kept, corrected or sent anywhere by the browser. */
export const unkept = {
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "sentences",
  spellCheck: false,
} as const;
