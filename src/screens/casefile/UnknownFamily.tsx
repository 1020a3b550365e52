import { useTranslation } from "react-i18next";
import { Outlet, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useCaseFile } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Shell } from "../Shell.tsx";
import { NotHere } from "./NotHere.tsx";

/** An address can name any family; one of which nothing was ever written down is not here. */
export const isUnknown = (file: CaseFile | undefined): boolean => file !== undefined && file.folded === 0;

/** Says so, with a way out. */
export function UnknownFamily() {
  const { t } = useTranslation("casefile");
  return (
    <NotHere
      title={t("unknownFamily.title")}
      text={t("unknownFamily.text")}
      to={paths.families}
      back={t("unknownFamily.back")}
    />
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
