import { useTranslation } from "react-i18next";
import { removeColleague } from "../../app/agency/acts.ts";
import type { CaseMemberView, SharingView } from "../../app/agency/views.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { ActDialog } from "./ActDialog.tsx";

type Props = { readonly sharing: SharingView; readonly self: CaseMemberView; readonly onClose: () => void };

/** Stopping with a family. The last who works there can't: nobody could ever be let in again. */
export function LeaveDialog({ sharing, self, onClose }: Props) {
  const { t } = useTranslation("sharing");
  const isLast =
    self.right === "write" && !sharing.members.some(({ isSelf, right }) => !isSelf && right === "write");
  if (isLast) {
    return (
      <Dialog title={t("leave.title")} closeLabel={t("close")} onClose={onClose}>
        <p>{t("leave.last")}</p>
      </Dialog>
    );
  }
  return (
    <ActDialog
      variant="danger"
      title={t("leave.title")}
      yes={t("leave.yes")}
      act={() => removeColleague(sharing.case, self.member)}
      onClose={onClose}
    >
      <ul className="sharing-points">
        <li>{t("leave.stays")}</li>
        <li>{t("leave.next")}</li>
        <li>{t("leave.back")}</li>
      </ul>
    </ActDialog>
  );
}
