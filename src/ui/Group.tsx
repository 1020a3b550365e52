import { type ReactNode, useId } from "react";
import type { FieldWords } from "./Field.tsx";
import { FieldError } from "./FieldError.tsx";
import "./Field.css";

type Props = FieldWords & {
  readonly children: (group: {
    readonly "aria-labelledby": string;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
};

/** Label, description and error around several controls that answer one question. */
export function Group({ label, description, error, aside, isLabelHidden, children }: Props) {
  const id = useId();
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="ui-field">
      <div className={isLabelHidden && !aside ? "visually-hidden" : "ui-field-head"}>
        <span id={`${id}-label`} className={isLabelHidden ? "visually-hidden" : "ui-field-label"}>
          {label}
        </span>
        {aside}
      </div>
      {description && (
        <div id={`${id}-description`} className="ui-field-description">
          {description}
        </div>
      )}
      {children({ "aria-labelledby": `${id}-label`, "aria-describedby": described || undefined })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
