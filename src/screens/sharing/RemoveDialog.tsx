import { useTranslation } from "react-i18next";
import { removeColleague } from "../../app/agency/acts.ts";
import type { CaseMemberView } from "../../app/agency/views.ts";
import type { CaseId } from "../../domain/ids.ts";
import { ActDialog } from "./ActDialog.tsx";

type Props = { readonly caseId: CaseId; readonly member: CaseMemberView; readonly onClose: () => void };

/** Takes a colleague out, and says what that does and what it can't. */
export function RemoveDialog({ caseId, member, onClose }: Props) {
  const { t } = useTranslation("sharing");
  return (
    <ActDialog
      variant="danger"
      title={t("remove.title", { name: member.name || t("someone") })}
      yes={t("remove.yes")}
      act={() => removeColleague(caseId, member.member)}
      onClose={onClose}
    >
      <ul className="sharing-points">
        <li>{t("remove.stays")}</li>
        <li>{t("remove.read")}</li>
        <li>{t("remove.next")}</li>
      </ul>
    </ActDialog>
  );
}
