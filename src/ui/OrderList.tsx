import { GripVertical } from "lucide-react";
import type { ReactNode } from "react";
import { Button as DragButton, GridList, GridListItem } from "react-aria-components/GridList";
import { DropIndicator, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import "./OrderList.css";

export type OrderItem = { readonly id: string; readonly text: string };

type Props = {
  readonly label: string;
  /** In their order. */
  readonly items: readonly OrderItem[];
  readonly dragLabel: (text: string) => string;
  /** Before which other one; `null`: to the end. */
  readonly onMove: (item: string, before: string | null) => void;
  /** What stands behind the words: buttons that do the same without dragging (WCAG 2.5.7). */
  readonly actions: (item: OrderItem, at: number) => ReactNode;
};

/** Lines are carried by their id alone: dragged out of the window, nothing of their words goes along. */
const dragType = "keukentafel-line";

/** A list in an order that is changed by finger, mouse and keyboard. Loads React Aria's dragging: import it lazily. */
export function OrderList({ label, items, dragLabel, onMove, actions }: Props) {
  const after = (id: string): string | null =>
    items[items.findIndex((item) => item.id === id) + 1]?.id ?? null;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    acceptedDragTypes: [dragType],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) => {
      const at = String(target.key);
      for (const key of keys) onMove(String(key), target.dropPosition === "before" ? at : after(at));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="ui-order-indicator" />,
  });
  return (
    <GridList
      aria-label={label}
      className="ui-order"
      items={items}
      dependencies={[items, actions]}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
    >
      {(item) => {
        const at = items.findIndex((one) => one.id === item.id);
        return (
          <GridListItem id={item.id} textValue={item.text} className="ui-order-line">
            <div className="ui-order-inside">
              <DragButton slot="drag" className="ui-order-grip" aria-label={dragLabel(item.text)}>
                <GripVertical size={22} aria-hidden="true" />
              </DragButton>
              <span className="ui-order-number" aria-hidden="true">
                {at + 1}
              </span>
              <span className="ui-order-words">{item.text}</span>
              <span className="ui-order-actions">{actions(item, at)}</span>
            </div>
          </GridListItem>
        );
      }}
    </GridList>
  );
}
