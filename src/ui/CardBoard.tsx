import { GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button as DragButton, GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { BoardComposer } from "./BoardComposer.tsx";
import { BoardEditor } from "./BoardEditor.tsx";
import { type BoardCard, type BoardColumn, type BoardLabels, type Move, movesOf } from "./boardMoves.ts";
import { MenuButton } from "./MenuButton.tsx";
import "./CardBoard.css";

type Props = {
  readonly label: string;
  readonly columns: readonly BoardColumn[];
  /** In their order; each in one column. */
  readonly cards: readonly BoardCard[];
  readonly labels: BoardLabels;
  /** Chips of a card: who said it, seen or said, "2 versies". */
  readonly chipsOf?: ((card: BoardCard) => ReactNode) | undefined;
  /** Texts that are being written, by column and by card. */
  readonly drafts?: Readonly<Record<string, string>> | undefined;
  readonly onDraft?: ((columnOrCard: string, text: string) => void) | undefined;
  readonly onAdd: (column: string, text: string) => void;
  readonly onEdit: (card: string, text: string) => void;
  readonly onMove: (move: Move) => void;
  readonly onRemove?: ((card: string) => void) | undefined;
};

/** Cards are carried by their id alone: dragged out of the window, nothing of their words goes along. */
const dragType = "keukentafel-card";

/**
 * Cards in columns, moved by finger, by mouse, by keyboard and by a menu. Loads React Aria's lists and dragging: import it
 * lazily.
 */
export function CardBoard(props: Props) {
  const { label, columns, cards, labels, drafts, onDraft, onAdd, onEdit } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const card = cards.find((one) => one.id === edited);
  return (
    <section className="ui-board" aria-label={label}>
      {columns.map((column) => (
        <section key={column.id} className="ui-board-column" data-tone={column.tone}>
          <h2 className="ui-board-title">{column.label}</h2>
          {column.hint && <p className="ui-board-hint">{column.hint}</p>}
          <BoardComposer
            label={labels.write(column.label)}
            addLabel={labels.add}
            draft={drafts?.[column.id]}
            onDraft={(text) => onDraft?.(column.id, text)}
            onAdd={(text) => onAdd(column.id, text)}
          />
          <Column board={props} column={column} onOpen={setEdited} />
        </section>
      ))}
      {card && (
        <BoardEditor
          labels={labels}
          text={drafts?.[card.id] ?? card.text}
          onDraft={(text) => onDraft?.(card.id, text)}
          onSave={(text) => {
            setEdited(null);
            if (text !== card.text) onEdit(card.id, text);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

type ColumnProps = { board: Props; column: BoardColumn; onOpen: (card: string) => void };

function Column({ board, column, onOpen }: ColumnProps) {
  const { cards, labels, onMove } = board;
  const own = cards.filter((card) => card.column === column.id);
  const move = (card: string, before: string | null) => onMove({ card, column: column.id, before });
  const beforeOf = (key: string, position: string): string | null =>
    position === "before" ? key : (own[own.findIndex((card) => card.id === key) + 1]?.id ?? null);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    acceptedDragTypes: [dragType],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) => {
      for (const key of keys) move(String(key), beforeOf(String(target.key), target.dropPosition));
    },
    onInsert: async ({ items, target }) => {
      for (const item of items)
        if (item.kind === "text")
          move(await item.getText(dragType), beforeOf(String(target.key), target.dropPosition));
    },
    onRootDrop: async ({ items }) => {
      for (const item of items) if (item.kind === "text") move(await item.getText(dragType), null);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="ui-board-indicator" />,
  });

  return (
    <GridList
      aria-label={column.label}
      className="ui-board-list"
      items={own}
      dependencies={[board]}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <span className="ui-board-empty">{labels.empty}</span>}
    >
      {(card) => (
        <GridListItem id={card.id} textValue={card.text} className="ui-board-card">
          <div className="ui-board-inside">
            <DragButton slot="drag" className="ui-board-grip" aria-label={labels.drag(card.text)}>
              <GripVertical size={22} aria-hidden="true" />
            </DragButton>
            <div className="ui-board-words">
              <p className="keep-lines" lang={card.lang} dir="auto">
                {card.text}
              </p>
              {board.chipsOf && <div className="ui-board-chips">{board.chipsOf(card)}</div>}
            </div>
            <MenuButton label={labels.menu(card.text)} actions={actionsOf(board, card, onOpen)} />
          </div>
        </GridListItem>
      )}
    </GridList>
  );
}

/** What dragging does, without dragging (WCAG 2.5.7). */
function actionsOf(board: Props, card: BoardCard, onOpen: (card: string) => void) {
  const { labels, columns, cards, onMove, onRemove } = board;
  const moves = movesOf(card, columns, cards, labels);
  return [
    { id: "edit", label: labels.edit, onPick: () => onOpen(card.id) },
    ...moves.map(({ label, move }) => ({ id: label, label, onPick: () => onMove(move) })),
    ...(onRemove
      ? [{ id: "remove", label: labels.remove, tone: "danger" as const, onPick: () => onRemove(card.id) }]
      : []),
  ];
}
