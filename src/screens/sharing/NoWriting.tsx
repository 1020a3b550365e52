import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseId } from "../../domain/ids.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** On every page of a family whose colleagues do not get what is written here: nobody may believe otherwise. */
export function NoWriting({
  caseId,
  isPeoplePage,
}: {
  readonly caseId: CaseId;
  readonly isPeoplePage: boolean;
}) {
  const { t } = useTranslation("sharing");
  const sharing = useApp((state) => state.sharing.get(caseId));
  if (!sharing || sharing.mayWrite) return null;
  const self = sharing.members.find(({ isSelf }) => isSelf);
  const which = !self ? "left" : self.right === "read" ? "reads" : "revoked";
  const link = <ButtonLink to={paths.people(caseId)}>{t("title")}</ButtonLink>;
  return (
    <Notice tone="caution" title={t(`${which}.title`)} actions={isPeoplePage ? undefined : link}>
      {t(`${which}.short`)}
    </Notice>
  );
}
