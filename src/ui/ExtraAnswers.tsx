import { Button } from "./Button.tsx";

type Props<V extends string> = {
  /** What the row is, for screen readers. */
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  /** null when the chosen one is tapped again. */
  readonly onPick: (value: V | null) => void;
};

/** "Weet ik niet", "Zeg ik liever niet": answers of their own, apart from the others. */
export function ExtraAnswers<V extends string>({ label, options, value, onPick }: Props<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend here
    <div role="group" aria-label={label} className="row">
      {options.map((option) => (
        <Button
          key={option.value}
          aria-pressed={option.value === value}
          onClick={() => onPick(option.value === value ? null : option.value)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  );
}
