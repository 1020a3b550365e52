import { useState } from "react";
import type { Group } from "../domain/instrument.ts";
import { Button } from "../ui/Button.tsx";
import type { View } from "./view.ts";

type Props = View & {
  readonly groups: readonly Group[];
  /** Takes the words over; they are the person's own from then on. */
  readonly take: (text: string) => void;
};

/** Examples only after a tap: first come somebody's own words. */
export function Examples({ groups, words, take }: Props) {
  const [isOpen, setOpen] = useState(false);
  const items = groups.flatMap((group) => group.items);
  return (
    <div className="stack stack-s">
      <div className="row ui-examples-open">
        <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.say(isOpen ? "hideExamples" : "showExamples")}
        </Button>
      </div>
      {isOpen && (
        <ul className="item-examples">
          {items.map((item) => (
            <li key={item.id} className="row row-between">
              <span>{words.item(item)}</span>
              <Button
                aria-label={`${words.say("useExample")}: ${words.item(item)}`}
                onClick={() => {
                  take(words.item(item));
                  setOpen(false);
                }}
              >
                {words.say("useExample")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
