import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import "./Choice.css";

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly picture?: ReactNode;
  readonly lang?: string | undefined;
  readonly isTicked: boolean;
  readonly isDisabled?: boolean | undefined;
  readonly onTick: (isTicked: boolean) => void;
};

/** One statement that holds or not yet. */
export function Tick({ label, description, picture, lang, isTicked, isDisabled, onTick }: Props) {
  const id = useId();
  return (
    <div className="ui-option" lang={lang}>
      <span className="ui-tick-mark" aria-hidden="true">
        <Check size={20} strokeWidth={3.2} />
      </span>
      {picture && <span className="ui-option-picture">{picture}</span>}
      <span className="ui-option-words">
        <label htmlFor={id} className="ui-option-label">
          {label}
        </label>
        {description && (
          <span id={`${id}-description`} className="ui-option-description">
            {description}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        className="ui-tick-box"
        aria-describedby={description ? `${id}-description` : undefined}
        checked={isTicked}
        disabled={isDisabled}
        onChange={(event) => onTick(event.target.checked)}
      />
    </div>
  );
}
