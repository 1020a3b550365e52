import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { recordsOf } from "../../domain/casefile.ts";
import { peopleOf } from "../../domain/people.ts";
import { workerView } from "../../domain/sight.ts";
import { safetyScale, trendOf } from "../../domain/trend.ts";
import { visitsOf } from "../../domain/visit.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useHasLeft } from "../casefile/useFamily.ts";
import { dateFrom, dayOf, momentWords } from "../casefile/when.ts";
import { MissingNotice } from "../sharing/MissingNotice.tsx";
import { AgreementList } from "./AgreementList.tsx";
import { Attention } from "./Attention.tsx";
import { GeneralGoals } from "./GeneralGoals.tsx";
import { GoalList } from "./GoalList.tsx";
import { NotesSection } from "./NotesSection.tsx";
import { Course, LatestScores } from "./Scores.tsx";

/** How it is now: what is open, who finds it how safe, what runs, what everybody works on. */
export function OverviewScreen() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const mayWrite = useApp((state) => state.sharing.get(caseId)?.mayWrite ?? true);
  const isNew = peopleOf(file).length === 0 && recordsOf(file, "visit").length === 0;
  return (
    <Page title={t("overview.title")} isTitleHidden>
      {isNew && mayWrite && <FirstSteps />}
      {isNew && <NotesSection />}
      <MissingNotice file={file} />
      <Attention />
      <SafetyNow />
      <NextVisit />
      <Section
        title={t("overview.agreements")}
        actions={<ButtonLink to={paths.plan(caseId)}>{t("overview.toPlan")}</ButtonLink>}
      >
        <AgreementList only="running" />
      </Section>
      <Section title={t("overview.goals")}>
        <GoalList isShort />
      </Section>
      {!isNew && <NotesSection />}
      <Section title={t("overview.generalGoals")}>
        <GeneralGoals />
      </Section>
    </Page>
  );
}

function FirstSteps() {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  return (
    <Section title={t("overview.first.title")}>
      <p className="prose">{t("overview.first.text")}</p>
      <div className="row">
        <ButtonLink variant="main" to={paths.person(caseId, "new")}>
          {t("people.add")}
        </ButtonLink>
        <ButtonLink to={`${paths.visits(caseId)}?plan=1`}>{t("visits.plan")}</ButtonLink>
      </div>
    </Section>
  );
}

function SafetyNow() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const lines = trendOf(file, safetyScale, workerView);
  return (
    <Section
      title={t("overview.safety")}
      actions={
        <ButtonLink to={paths.tool(caseId, undefined, "signs-of-safety")}>{t("overview.toMap")}</ButtonLink>
      }
    >
      {lines.length === 0 ? (
        <p className="soft">{t("overview.noScores")}</p>
      ) : (
        <>
          <LatestScores file={file} lines={lines} label={t("overview.latest")} />
          <Course file={file} lines={lines} label={t("overview.course")} />
        </>
      )}
    </Section>
  );
}

function NextVisit() {
  const { t, i18n } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const hasLeft = useHasLeft(caseId);
  const now = new Date();
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };
  const planned = visitsOf(file)
    .filter((visit) => visit.phase === "prepare")
    .sort((a, b) => (a.plannedAt || "9999").localeCompare(b.plannedAt || "9999"));
  const next = planned[0];
  const at = next && dateFrom(next.plannedAt);
  return (
    <Section title={t("overview.nextVisit")}>
      <div className="case-item case-item-line">
        {next ? (
          <>
            <div className="case-item-facts grow">
              <span className="case-item-title">
                {momentWords(i18n.language, next.plannedAt, now, near) || t("visits.noDate")}
              </span>
              {next.location && <bdi className="soft">{next.location}</bdi>}
              {at && dayOf(at) < dayOf(now) && <Chip>{t("visits.passed")}</Chip>}
            </div>
            <ButtonLink variant="main" to={paths.prepare(caseId, next.id)}>
              {t("visits.prepare")}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="soft grow">{t("overview.noVisit")}</p>
            {!hasLeft && <ButtonLink to={`${paths.visits(caseId)}?plan=1`}>{t("visits.plan")}</ButtonLink>}
          </>
        )}
      </div>
    </Section>
  );
}
