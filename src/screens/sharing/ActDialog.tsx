import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Said } from "../../app/agency/acts.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useAct } from "./useAct.ts";
import { WhyNot } from "./WhyNot.tsx";

type Props = {
  readonly title: string;
  /** What the one button does that does something. */
  readonly yes: string;
  /** `danger`: something is taken away. */
  readonly variant?: "main" | "danger";
  /**
   * What it gives undefined: nothing happens yet, and `children` say why. Itself undefined: there is nothing that could be
   * done, and closing is all that is offered.
   */
  readonly act: (() => Promise<Said> | undefined) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A question whose yes is said to the agency. It closes once that counts, and says why not where it does not. */
export function ActDialog({ title, yes, variant = "main", act, onClose, children }: Props) {
  const { t } = useTranslation("sharing");
  const { isPending, why, run } = useAct();
  const begin = async (): Promise<void> => {
    const begun = act?.();
    if (begun && (await run(() => begun))) onClose();
  };
  return (
    <Dialog
      role={act && variant === "danger" ? "alertdialog" : "dialog"}
      title={title}
      closeLabel={t("close")}
      onClose={onClose}
      actions={
        act ? (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button variant={variant} isPending={isPending} onClick={() => void begin()}>
              {isPending ? t("doing") : yes}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t("close")}</Button>
        )
      }
    >
      <div className="stack">
        {children}
        <WhyNot why={why} />
      </div>
    </Dialog>
  );
}
