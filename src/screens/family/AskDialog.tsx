import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalKey } from "../casefile/refusal.ts";

type Props = {
  readonly title: string;
  /** What the one button does that does something. */
  readonly yes: string;
  readonly isReady?: boolean;
  /** `danger`: something is taken away. */
  readonly variant?: "main" | "danger";
  /** A question that must be answered before anything else. */
  readonly isAlert?: boolean;
  readonly width?: "text" | "wide";
  /** Why it was not kept. */
  readonly refused?: string | undefined;
  readonly onYes: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog that does one thing, or nothing. */
export function AskDialog(props: Props) {
  const { title, yes, isReady = true, variant = "main", isAlert, width, refused, onYes, onClose } = props;
  const { t } = useTranslation(["casefile", "common"]);
  return (
    <Dialog
      role={isAlert ? "alertdialog" : "dialog"}
      title={title}
      closeLabel={t("casefile:close")}
      onClose={onClose}
      width={width}
      actions={
        <>
          <Button onClick={onClose}>{t("casefile:cancel")}</Button>
          <Button variant={variant} disabled={!isReady} onClick={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      <div className="stack">
        {props.children}
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Dialog>
  );
}
