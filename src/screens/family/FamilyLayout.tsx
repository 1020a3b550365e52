import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useCaseFile } from "../../app/useCase.ts";
import { conflictsOf, textAt } from "../../domain/casefile.ts";
import { type CaseId, familyRecord } from "../../domain/ids.ts";
import { familyNameField } from "../../domain/safety.ts";
import { openVisitOf } from "../../domain/visit.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { isUnknown, UnknownFamily } from "../casefile/UnknownFamily.tsx";
import type { FamilyContext } from "../casefile/useFamily.ts";
import { Shell } from "../Shell.tsx";
import { NoWriting } from "../sharing/NoWriting.tsx";
import { usePageFocus } from "./usePageFocus.ts";
import "./family.css";

/** The frame of one family's pages: its name, its tabs, and the way back to a visit that is going on. */
export function FamilyLayout() {
  const caseId = (useParams().family ?? "") as CaseId;
  const file = useCaseFile(caseId);
  const { t } = useTranslation("casefile");
  const { pathname } = useLocation();
  usePageFocus(pathname, file !== undefined);
  const name = file ? textAt(file, familyRecord, familyNameField) : "";
  const visit = file && openVisitOf(file);
  if (isUnknown(file)) {
    return (
      <Shell title="" back={paths.families}>
        <UnknownFamily />
      </Shell>
    );
  }
  return (
    <Shell title={name} back={paths.families} family={caseId}>
      <div className="case-tabs no-print">
        <FamilyTabs caseId={caseId} versions={file ? conflictsOf(file).length : 0} />
        <NoWriting caseId={caseId} isPeoplePage={pathname === paths.people(caseId)} />
        {visit && (
          <Notice
            title={t("visitOpen.title")}
            actions={
              <ButtonLink variant="main" to={paths.table(caseId, visit.id)}>
                {t("visitOpen.return")}
              </ButtonLink>
            }
          />
        )}
      </div>
      {file && <Outlet context={{ caseId, file } satisfies FamilyContext} />}
    </Shell>
  );
}

function FamilyTabs({ caseId, versions }: { caseId: CaseId; versions: number }) {
  const { t } = useTranslation("casefile");
  const tabs = [
    { to: paths.family(caseId), label: t("tabs.overview"), end: true },
    { to: paths.people(caseId), label: t("tabs.people"), holds: paths.access(caseId) },
    { to: paths.visits(caseId), label: t("tabs.visits") },
    { to: paths.assessment(caseId), label: t("tabs.assessment") },
    { to: paths.plan(caseId), label: t("tabs.plan") },
    { to: paths.timeline(caseId), label: t("tabs.timeline") },
    { to: paths.report(caseId), label: t("tabs.report") },
  ];
  const versionsTab = {
    to: paths.versions(caseId),
    label: t("versions.tab", { count: versions }),
  };
  return <Tabs label={t("tabs.label")} tabs={versions > 0 ? [...tabs, versionsTab] : tabs} />;
}
