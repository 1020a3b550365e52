import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { useHide } from "./Hide.tsx";
import { IconButton } from "./IconButton.tsx";
import "./Dialog.css";

type Props = {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The main action last. */
  readonly actions?: ReactNode;
  readonly closeLabel: string;
  /** Escape, the cross, and a tap outside. */
  readonly onClose: () => void;
  readonly width?: "text" | "wide" | undefined;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: "dialog" | "alertdialog" | undefined;
};

/**
 * Open while it is mounted. The browser's own modal dialog holds the focus, makes the page behind it inert and gives the
 * focus back. Since the page's bar is inert too, "Verberg" stands in the dialog again, at the same place on the screen.
 */
export function Dialog({ title, children, actions, closeLabel, onClose, width = "text", role }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const hide = useHide();
  // Read before anything in the dialog takes the focus.
  const [opener] = useState(() => document.activeElement);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const wanted = element.contains(document.activeElement) ? document.activeElement : heading.current;
    element.showModal();
    if (wanted instanceof HTMLElement) wanted.focus();
    return () => {
      element.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [opener]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the cross do the same as a tap outside
    <dialog
      ref={dialog}
      role={role === "alertdialog" ? role : undefined}
      aria-labelledby={id}
      className="ui-dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={`ui-dialog-panel ui-dialog-${width}`}>
        <div className="ui-dialog-head">
          <h2 ref={heading} id={id} className="ui-dialog-title" tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={closeLabel} icon={<X aria-hidden="true" />} onClick={onClose} />
        </div>
        <div className="ui-dialog-inside">{children}</div>
        {actions && <div className="ui-dialog-actions">{actions}</div>}
      </div>
      {hide && <div className="ui-dialog-hide">{hide}</div>}
    </dialog>
  );
}
