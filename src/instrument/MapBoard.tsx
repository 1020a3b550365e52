import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Group } from "../domain/instrument.ts";
import { cardFields, type MapColumn, mapColumns } from "../domain/plan.ts";
import type { BoardLabels, Move } from "../ui/boardMoves.ts";
import { CardBoard } from "../ui/CardBoard.tsx";
import { Chip } from "../ui/Chip.tsx";
import type { Row, TextHandle } from "./host.ts";
import { mapCardsOf, orderBefore } from "./mapCards.ts";
import type { View } from "./view.ts";

const tones = { "goes-well": "good", worries: "caution", "must-happen": "accent" } as const;

type Props = View & { readonly group: Group; readonly chipsOf?: ((row: Row) => ReactNode) | undefined };

/**
 * Goed · Zorgen · Nodig, as a board that is moved by finger, keyboard and menu. Loads React Aria's dragging: import it
 * lazily.
 */
export function MapBoard({ host, words, group, chipsOf }: Props) {
  const { t } = useTranslation("tools");
  const rows = host.rows(group.id);
  const cards = mapCardsOf(rows);
  const [texts, setTexts] = useState<ReadonlyMap<string, TextHandle>>(new Map());
  const adding = useRef<string | undefined>(undefined);
  const composers = {
    "goes-well": host.useRowText(group.id, undefined, "goes-well"),
    worries: host.useRowText(group.id, undefined, "worries"),
    "must-happen": host.useRowText(group.id, undefined, "must-happen"),
  };
  const handleOf = (id: string): TextHandle | undefined =>
    mapColumns.some((column) => column === id) ? composers[id as MapColumn] : texts.get(id);
  const drafts = draftsOf(cards, composers, texts);
  const labels = useMemo(() => labelsFrom((key, values) => t(`map.${key}`, values ?? {})), [t]);
  return (
    <>
      {cards.map((card) => (
        <CardText
          key={card.id}
          host={host}
          group={group.id}
          row={card.row.id}
          onHandle={(handle) =>
            setTexts((all) =>
              all.get(card.id)?.value === handle.value ? all : withOne(all, card.id, handle),
            )
          }
        />
      ))}
      <CardBoard
        label={words.group(group)}
        columns={mapColumns.map((id) => ({ id, label: words.item({ id }), tone: tones[id] }))}
        cards={cards}
        labels={labels}
        drafts={drafts}
        onDraft={(id, text) => {
          // The composer empties itself after adding; that is no text of its own.
          if (text === "" && adding.current === id) adding.current = undefined;
          else handleOf(id)?.onValue(text);
        }}
        onAdd={(column) => {
          const handle = handleOf(column);
          if (!handle || adding.current === column) return;
          adding.current = column;
          handle.onDone(handle.value.trim());
        }}
        onEdit={(id, text) => {
          const handle = handleOf(id);
          handle?.onValue(text);
          handle?.onDone(text);
        }}
        onMove={(move: Move) =>
          host.writeRow(group.id, move.card as Row["id"], {
            [cardFields.column]: move.column,
            [cardFields.order]: orderBefore(cards, move),
          })
        }
        onRemove={(id) => host.removeRow(id as Row["id"])}
        chipsOf={(card) => {
          const row = rows.find((one) => one.id === card.id);
          if (!row) return null;
          return chipsOf?.(row) ?? (row.voice ? <Chip>{host.nameOf(row.voice)}</Chip> : null);
        }}
      />
    </>
  );
}

const withOne = (all: ReadonlyMap<string, TextHandle>, id: string, handle: TextHandle) =>
  new Map(all).set(id, handle);

/** Half-written words, by column and by card; a card whose words stand as they are has none. */
function draftsOf(
  cards: readonly { readonly id: string; readonly text: string }[],
  composers: Readonly<Record<MapColumn, TextHandle>>,
  texts: ReadonlyMap<string, TextHandle>,
): Record<string, string> {
  const drafts: Record<string, string> = {};
  for (const column of mapColumns) drafts[column] = composers[column].value;
  for (const { id, text } of cards) {
    const typed = texts.get(id)?.value;
    if (typed !== undefined && typed !== text) drafts[id] = typed;
  }
  return drafts;
}

type Say = (key: string, values?: Record<string, string>) => string;

function labelsFrom(say: Say): BoardLabels {
  return {
    write: (column) => say("write", { column }),
    add: say("add"),
    edit: say("edit"),
    save: say("save"),
    close: say("close"),
    moveTo: (column) => say("moveTo", { column }),
    up: say("up"),
    down: say("down"),
    remove: say("remove"),
    menu: (text) => say("menu", { text }),
    drag: (text) => say("drag", { text }),
    empty: say("empty"),
  };
}

type CardTextProps = {
  readonly host: View["host"];
  readonly group: string;
  readonly row: Row["id"];
  readonly onHandle: (handle: TextHandle) => void;
};

/** Holds the draft of one card's words: there are as many of them as there are cards. */
function CardText({ host, group, row, onHandle }: CardTextProps) {
  const handle = host.useRowText(group, row, cardFields.text);
  const tell = useRef(onHandle);
  tell.current = onHandle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a handle is news when its words are
  useEffect(() => tell.current(handle), [handle.value]);
  return null;
}
