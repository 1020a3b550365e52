import { useTranslation } from "react-i18next";
import { addColleague } from "../../app/agency/acts.ts";
import type { CaseMemberView, SharingView } from "../../app/agency/views.ts";
import { ActDialog } from "./ActDialog.tsx";

type Props = {
  readonly caseId: SharingView["case"];
  readonly member: CaseMemberView;
  readonly onClose: () => void;
};

/** Who reads along may write too from now on. The other way round goes by taking the colleague out. */
export function WriteDialog({ caseId, member, onClose }: Props) {
  const { t } = useTranslation("sharing");
  const name = member.name || t("someone");
  return (
    <ActDialog
      title={t("letWrite.title", { name })}
      yes={t("letWrite.yes")}
      act={() => addColleague(caseId, member.member, "write")}
      onClose={onClose}
    >
      <p className="prose">{t("letWrite.text")}</p>
    </ActDialog>
  );
}
