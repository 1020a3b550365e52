import { useTranslation } from "react-i18next";
import { removeColleague } from "../../app/agency/acts.ts";
import type { CaseMemberView, SharingView } from "../../app/agency/views.ts";
import { ActDialog } from "./ActDialog.tsx";

type Props = { readonly sharing: SharingView; readonly self: CaseMemberView; readonly onClose: () => void };

/** Stopping with a family. The last who works there can't: nobody could ever be let in again. */
export function LeaveDialog({ sharing, self, onClose }: Props) {
  const { t } = useTranslation("sharing");
  const isLast =
    self.right === "write" && !sharing.members.some(({ isSelf, right }) => !isSelf && right === "write");
  return (
    <ActDialog
      variant="danger"
      title={t("leave.title")}
      yes={t("leave.yes")}
      act={isLast ? undefined : () => removeColleague(sharing.case, self.member)}
      onClose={onClose}
    >
      {isLast ? (
        <p className="prose">{t("leave.last")}</p>
      ) : (
        <ul className="sharing-points">
          <li>{t("leave.stays")}</li>
          <li>{t("leave.next")}</li>
          <li>{t("leave.back")}</li>
        </ul>
      )}
    </ActDialog>
  );
}
