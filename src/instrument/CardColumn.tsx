import { Plus } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import type { Group, Item } from "../domain/instrument.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { mapCardsOf } from "./mapCards.ts";
import type { View } from "./view.ts";

type Props = View & {
  readonly group: Group;
  readonly item: Item;
  /** A card that is written and not yet laid is laid when the question is left: nobody's words stay behind unseen. */
  readonly leaving: RefObject<(() => void) | undefined>;
};

/**
 * One column of the map on a person's own screen: room for one more, and beneath it what this person laid there. The latest
 * first: on a phone what was just laid would come to lie out of sight.
 */
export function CardColumn({ host, words, group, item, leaving }: Props) {
  const cards = mapCardsOf(host.rows(group.id)).filter((card) => card.column === item.id);
  const text = host.useRowText(group.id, undefined, item.id);
  // A second tap while the first card is being kept must not lay it twice.
  const [addedTo, setAddedTo] = useState(-1);
  const isWritten = text.value.trim() !== "" && addedTo !== cards.length;
  const lay = (): void => {
    setAddedTo(cards.length);
    text.onDone(text.value.trim());
  };
  useEffect(() => {
    leaving.current = isWritten ? lay : undefined;
    return () => {
      leaving.current = undefined;
    };
  });
  return (
    <div className="stack">
      <TextArea
        key={cards.length}
        label={words.say("cardText")}
        isLabelHidden
        rows={2}
        value={text.value}
        onValue={text.onValue}
      />
      <div className="card-column-add">
        {/* Once a card is laid there is nothing to add, and whoever goes by the keyboard stays where they are. */}
        <Button
          icon={<Plus aria-hidden="true" />}
          aria-disabled={!isWritten || undefined}
          onClick={() => isWritten && lay()}
        >
          {words.say("add")}
        </Button>
      </div>
      {cards.length > 0 && (
        <ul className="own-cards">
          {cards.toReversed().map((card) => (
            <Card key={card.id} as="li">
              <div className="row row-between">
                <span className="keep-lines" dir="auto">
                  {card.text}
                </span>
                <Button
                  variant="quiet"
                  aria-label={`${words.say("remove")}: ${card.text}`}
                  onClick={() => host.removeRow(card.row.id)}
                >
                  {words.say("remove")}
                </Button>
              </div>
            </Card>
          ))}
        </ul>
      )}
    </div>
  );
}
