import type { ReactNode } from "react";
import { type Colour, ColourMark, coloursAsHung } from "./ColourMark.tsx";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import { moveFocusAmongRadios, tabStop } from "./radioKeys.ts";
import "./Choice.css";
import "./Stoplight.css";

/** Top to bottom, as on the street: place tells as much as colour does. */

export type Light = {
  /** "Oranje" */
  readonly word: string;
  readonly text?: ReactNode;
  /** The same in Dutch, small beneath. */
  readonly second?: ReactNode;
};

type Props = FieldWords & {
  readonly lights: Readonly<Record<Colour, Light>>;
  readonly value: Colour | null;
  readonly onPick: (colour: Colour) => void;
};

export function Stoplight({ lights, value, onPick, ...words }: Props) {
  const chosen = value === null ? -1 : coloursAsHung.indexOf(value);
  return (
    <Group {...words}>
      {(group) => (
        <div className="ui-stoplight">
          <div className="ui-pole" aria-hidden="true">
            {coloursAsHung.map((colour) => (
              <span key={colour} className="ui-lamp" data-lit={colour === value || undefined}>
                <ColourMark colour={colour} />
              </span>
            ))}
          </div>
          <div {...group} role="radiogroup" className="ui-lights" onKeyDown={moveFocusAmongRadios}>
            {coloursAsHung.map((colour, index) => (
              // biome-ignore lint/a11y/useSemanticElements: a native radio picks while the arrow keys pass over it
              <button
                key={colour}
                type="button"
                role="radio"
                aria-checked={index === chosen}
                tabIndex={tabStop(index, chosen)}
                className="ui-option ui-light"
                onClick={() => onPick(colour)}
              >
                <ColourMark colour={colour} size={52} />
                <span className="ui-option-words">
                  <span className="ui-light-word">{lights[colour].word}</span>
                  {lights[colour].text && <span>{lights[colour].text}</span>}
                  {lights[colour].second && (
                    <span className="ui-option-description">{lights[colour].second}</span>
                  )}
                </span>
              </button>
            ))}
          </div>
        </div>
      )}
    </Group>
  );
}
