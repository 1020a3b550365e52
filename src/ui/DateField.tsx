import { CalendarDays } from "lucide-react";
import { type ReactNode, useRef } from "react";
import type { FieldWords } from "./Field.tsx";
import { IconButton } from "./IconButton.tsx";
import { TextField } from "./TextField.tsx";
import type { TypedText } from "./typedText.ts";

type Props = FieldWords &
  TypedText & {
    /** How the text was understood, as "rond 2019". */
    readonly meaning?: ReactNode;
    /** The device's own calendar, for whoever knows the day. Gives `2024-11-26`. */
    readonly picker?: { readonly label: string; readonly onPick: (isoDate: string) => void } | undefined;
    readonly isReadOnly?: boolean | undefined;
  };

/** A date as people say it: "ongeveer 2019", "vorige week dinsdag". The words stay what they are. */
export function DateField({ meaning, picker, ...field }: Props) {
  return (
    <div className="ui-field">
      <TextField {...field} grows autoCapitalize="none" end={picker && <Calendar {...picker} />} />
      {meaning && (
        <output className="ui-field-meaning" aria-live="polite">
          {meaning}
        </output>
      )}
    </div>
  );
}

function Calendar({ label, onPick }: { label: string; onPick: (isoDate: string) => void }) {
  const day = useRef<HTMLInputElement>(null);
  return (
    <span className="ui-calendar">
      <input
        ref={day}
        type="date"
        className="ui-calendar-day"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="off"
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
      <IconButton
        variant="plain"
        label={label}
        icon={<CalendarDays aria-hidden="true" />}
        onClick={() => day.current?.showPicker()}
      />
    </span>
  );
}
