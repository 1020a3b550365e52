import type { Unsaid } from "../domain/entry.ts";
import { Button } from "../ui/Button.tsx";
import { ExtraAnswers } from "../ui/ExtraAnswers.tsx";
import type { Place } from "./place.ts";
import { unsaidOf } from "./values.ts";
import type { View } from "./view.ts";
import "./instrument.css";

type Said = Unsaid["unsaid"];

const optionsFor = ({ host, words }: View): { value: Said; label: string }[] =>
  host.voice === "worker"
    ? [{ value: "dontKnow", label: words.say("unknown") }]
    : [
        { value: "dontKnow", label: words.say("dontKnow") },
        { value: "ratherNot", label: words.say("ratherNot") },
      ];

type Props = View & { readonly place: Place };

/** "Weet ik niet" and "zeg ik liever niet" beneath a family's control: answers of their own, never an empty place. */
export function UnsaidAnswers({ place, ...view }: Props) {
  return (
    <ExtraAnswers<Said>
      label={view.words.say("otherAnswers")}
      options={optionsFor(view)}
      value={unsaidOf(place.value) ?? null}
      onPick={(said) => place.write(said && { unsaid: said })}
    />
  );
}

/** The same beside the label of a worker's field, small and quiet. */
export function UnsaidMarks({ place, ...view }: Props) {
  const standing = unsaidOf(place.value);
  return (
    <span className="unsaid-marks">
      {optionsFor(view).map(({ value, label }) => (
        <Button
          key={value}
          variant="quiet"
          aria-pressed={standing === value}
          onClick={() => place.write(standing === value ? null : { unsaid: value })}
        >
          {label}
        </Button>
      ))}
    </span>
  );
}
