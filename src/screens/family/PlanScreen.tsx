import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { agree, writeGoal } from "../../commands/plan.ts";
import { isAlive } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { goalsSpecific } from "../../domain/instruments/goalsSpecific.ts";
import { agreementsOf, isRunning } from "../../domain/plan.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { createdRecord } from "../casefile/created.ts";
import { findingNamespaces, findingWords } from "../casefile/findingWords.ts";
import { refusalKey } from "../casefile/refusal.ts";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { calendarDay } from "../casefile/when.ts";
import { AgreementList } from "./AgreementList.tsx";
import { AgreementSheet } from "./AgreementSheet.tsx";
import { GeneralGoals } from "./GeneralGoals.tsx";
import { GoalList } from "./GoalList.tsx";
import { GoalSheet } from "./GoalSheet.tsx";
import { UndoBar, UndoHere } from "./UndoHere.tsx";

/** Goals, agreements and the goals that hold for every family. A sheet has an address of its own, so that back works. */
export function PlanScreen() {
  return (
    <UndoHere>
      <Opened />
    </UndoHere>
  );
}

function Opened() {
  const { file } = useFamily();
  const [search] = useSearchParams();
  const goal = search.get("goal") as RecordId | null;
  const agreement = search.get("agreement") as RecordId | null;
  if (goal && isAlive(file, goal)) return <GoalSheet key={goal} id={goal} />;
  if (agreement && isAlive(file, agreement)) return <AgreementSheet key={agreement} id={agreement} />;
  return <PlanLists />;
}

function PlanLists() {
  const { t, i18n } = useTranslation(["casefile", "common", ...findingNamespaces]);
  const { caseId, file } = useFamily();
  const navigate = useNavigate();
  const write = useWrite();
  const [refused, setRefused] = useState<string>();

  const addGoal = async (): Promise<void> => {
    const outcome = await write(writeGoal, { values: {} });
    const id = createdRecord(outcome, "goal");
    if (id) await navigate(`${paths.plan(caseId)}?goal=${id}`);
    else if (!outcome.ok) setRefused(outcome.refused);
  };
  const addAgreement = async (): Promise<void> => {
    const outcome = await write(agree, { values: {} });
    const id = createdRecord(outcome, "agreement");
    if (id) await navigate(`${paths.plan(caseId)}?agreement=${id}`);
    else if (!outcome.ok) setRefused(outcome.refused);
  };
  const shown = ["R-goals-per-group", "R-goals-prioritised"];
  const hints = findingsOf({ file, instrument: goalsSpecific, today: calendarDay(new Date()) }).filter(
    ({ rule }) => shown.includes(rule),
  );
  return (
    <Page title={t("casefile:plan.title")} lead={t("rules:R-goals-own-words")}>
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      <Section
        title={t("casefile:goals.title")}
        actions={
          <Button variant="main" icon={<Plus aria-hidden="true" />} onClick={() => void addGoal()}>
            {t("casefile:goals.add")}
          </Button>
        }
      >
        <GoalList />
        {hints.map((finding) => (
          <Notice key={finding.rule}>{findingWords(i18n, finding, goalsSpecific.id)}</Notice>
        ))}
      </Section>
      <Section
        title={t("casefile:agreements.title")}
        actions={
          <Button icon={<Plus aria-hidden="true" />} onClick={() => void addAgreement()}>
            {t("casefile:agreements.add")}
          </Button>
        }
      >
        <AgreementList only="running" />
        {agreementsOf(file).some((one) => !isRunning(one)) && (
          <Disclosure title={t("casefile:agreements.ended")}>
            <AgreementList only="ended" />
          </Disclosure>
        )}
      </Section>
      <Section title={t("casefile:goals.general")}>
        <GeneralGoals canScore />
      </Section>
      <UndoBar />
    </Page>
  );
}
