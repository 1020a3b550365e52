import { useTranslation } from "react-i18next";
import { Outlet, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useCaseFile } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId } from "../../domain/ids.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";

/** An address can name any family; one of which nothing was ever written down is not here. */
export const isUnknown = (file: CaseFile | undefined): boolean => file !== undefined && file.folded === 0;

/** Says so, with a way out. */
export function UnknownFamily() {
  const { t } = useTranslation("casefile");
  return (
    <Page title={t("unknownFamily.title")}>
      <EmptyState
        title={t("unknownFamily.text")}
        action={<ButtonLink to={paths.families}>{t("unknownFamily.back")}</ButtonLink>}
      />
    </Page>
  );
}

/** Stands before the screens of a family that have a frame of their own. */
export function KnownFamily() {
  const file = useCaseFile((useParams().family ?? "") as CaseId);
  if (!isUnknown(file)) return <Outlet />;
  return (
    <Shell back={paths.families}>
      <UnknownFamily />
    </Shell>
  );
}
