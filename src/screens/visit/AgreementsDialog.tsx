import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Agreements } from "./Agreements.tsx";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = { readonly open: OpenVisit; readonly onClose: () => void };

/** "Afspraken", over the table: the whole width, since it is made together. */
export function AgreementsDialog({ open, onClose }: Props) {
  const { t } = useTranslation("visit");
  return (
    <Dialog
      title={t("cards.agreements.title")}
      closeLabel={t("close")}
      onClose={onClose}
      width="wide"
      actions={
        <Button variant="main" onClick={onClose}>
          {t("ready")}
        </Button>
      }
    >
      <Agreements open={open} />
    </Dialog>
  );
}
