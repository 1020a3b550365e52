import { Delete } from "lucide-react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import "./PinPad.css";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

type Props = {
  readonly label: string;
  readonly labels: {
    readonly erase: string;
    /** "3 van 6 cijfers", for screen readers. */
    readonly filled: (count: number) => string;
  };
  readonly error?: string | undefined;
  readonly length?: number | undefined;
  readonly isPending?: boolean | undefined;
  /** All digits are there. The pad is empty again at once. */
  readonly onDone: (pin: string) => void;
};

/** Digits are neither shown nor lit when tapped: somebody may be looking along. */
export function PinPad({ label, labels, error, length = 6, isPending = false, onDone }: Props) {
  const id = useId();
  const typed = useRef("");
  const [count, setCount] = useState(0);

  const press = useCallback(
    (key: string) => {
      if (isPending) return;
      typed.current = key === "Backspace" ? typed.current.slice(0, -1) : typed.current + key;
      const isFull = typed.current.length >= length;
      const pin = typed.current;
      if (isFull) typed.current = "";
      setCount(typed.current.length);
      if (isFull) onDone(pin);
    },
    [isPending, length, onDone],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[0-9]$/.test(event.key) || event.key === "Backspace") press(event.key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [press]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be centred above the dots
    <div role="group" aria-labelledby={id} aria-busy={isPending || undefined} className="ui-pin">
      <p id={id} className="ui-pin-label">
        {label}
      </p>
      <span className="ui-pin-dots" aria-hidden="true">
        {Array.from({ length }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
          <span key={index} className="ui-pin-dot" data-filled={index < count || undefined} />
        ))}
      </span>
      <output className="visually-hidden">{labels.filled(count)}</output>
      <p role="alert" className="ui-pin-error">
        {error}
      </p>
      <div className="ui-pin-keys" dir="ltr">
        {digits.map((digit) => (
          <button key={digit} type="button" className="ui-pin-key" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button
          type="button"
          className="ui-pin-key ui-pin-erase"
          aria-label={labels.erase}
          onClick={() => press("Backspace")}
        >
          <Delete size={28} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
