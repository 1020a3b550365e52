import { Ellipsis } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";
import "./MenuButton.css";

export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly tone?: "plain" | "danger" | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onPick: () => void;
};

type Props = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** Shows the label instead of three dots. */
  readonly isLabelShown?: boolean | undefined;
};

/** A few further actions behind one button. Plain buttons in a fold, so that Tab walks through them. */
export function MenuButton({ label, actions, isLabelShown }: Props) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    menu.current?.querySelector("ul")?.scrollIntoView({ block: "nearest" });
    const closeOutside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    menu.current?.querySelector("button")?.focus();
  };
  const toggle = () => setOpen(!isOpen);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any button inside
    <div
      ref={menu}
      className="ui-menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      {isLabelShown ? (
        <Button aria-expanded={isOpen} onClick={toggle}>
          {label}
        </Button>
      ) : (
        <IconButton
          label={label}
          icon={<Ellipsis aria-hidden="true" />}
          isExpanded={isOpen}
          onClick={toggle}
        />
      )}
      {isOpen && (
        <ul className="ui-menu-list">
          {actions.map((action) => (
            <li key={action.id}>
              <button
                type="button"
                className="ui-menu-action"
                data-tone={action.tone}
                disabled={action.isDisabled}
                onClick={() => {
                  close();
                  action.onPick();
                }}
              >
                {action.icon}
                {action.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
