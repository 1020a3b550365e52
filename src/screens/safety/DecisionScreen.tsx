import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { useCaseFile, useRun } from "../../app/useCase.ts";
import { dayAt, markDone } from "../../commands/done.ts";
import { type CaseFile, valueAt } from "../../domain/casefile.ts";
import { type CaseId, familyRecord, type RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { immediateActionDecision } from "../../domain/instruments/immediateActionDecision.ts";
import { isChild, nameOf, peopleOf } from "../../domain/people.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import { type Run, runAt } from "../../domain/run.ts";
import { decisionFields } from "../../domain/safety.ts";
import { listOf } from "../../i18n/formats.ts";
import { ItemControl } from "../../instrument/ItemControl.tsx";
import { SectionView } from "../../instrument/SectionView.tsx";
import { sectionsOf } from "../../instrument/sections.ts";
import { Explained } from "../../instrument/Terms.tsx";
import { workerWords } from "../../instrument/words.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { NotHere } from "../casefile/NotHere.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { useUndo } from "../casefile/useUndo.ts";
import { Shell } from "../Shell.tsx";
import { Findings } from "../tool/Findings.tsx";
import { toolRefusalKey } from "../tool/toolRefusal.ts";
import { createRunHost } from "../tool/useRunHost.ts";
import { ThreeQuestions } from "./ThreeQuestions.tsx";
import "./safety.css";

const namespaces = ["safety", "tools", "instruments", "familyTools", "rules", "aspects", "common"] as const;

/** "Besluit uitwerken": reasons, unknowns, who was asked and told, and when it is looked at again. After leaving. */
export function DecisionScreen() {
  const params = useParams();
  const caseId = params.family as CaseId;
  const file = useCaseFile(caseId);
  const { t } = useTranslation(namespaces);
  const run = file && runAt(file, (params.run ?? "") as RecordId);
  const worker = useApp((state) => state.worker);
  return (
    <Shell title={t("safety:title")} back={paths.safety(caseId)} family={caseId}>
      {file && !run && (
        <NotHere
          title={t("safety:workOut")}
          text={t("safety:noDecision")}
          to={paths.safety(caseId)}
          back={t("safety:noDecisionBack")}
        />
      )}
      {file && run && worker && <WorkOut file={file} run={run} worker={worker.id} />}
    </Shell>
  );
}

type Props = { readonly file: CaseFile; readonly run: Run; readonly worker: RecordId };

/** Whom a decision is about: a child, or all children by name. */
function namesIn(file: CaseFile, about: RecordId, language: string): string | undefined {
  const children = peopleOf(file).filter((one) => isChild(one) && one.name !== "");
  const names = about === familyRecord ? children.map(({ name }) => name) : [nameOf(file, about)];
  return listOf(language, names.filter(Boolean)) || undefined;
}

function WorkOut({ file, run, worker }: Props) {
  const { t, i18n } = useTranslation(namespaces);
  const undo = useUndo(useRun(file.case), file.case);
  const { write } = undo;
  const instrument = immediateActionDecision;
  const words = workerWords(i18n, instrument);
  const { id, ...key } = run;
  const host = createRunHost({
    file,
    instrument,
    key,
    voice: "worker",
    means: "self",
    visit: run.visit,
    worker,
    write,
    i18n,
  });
  const now = new Date();
  const today = dayAt({ wall: now.getTime(), zone: -now.getTimezoneOffset() });
  const findings = findingsOf({ file, instrument, run, today });
  const [considerations, ...sections] = sectionsOf(instrument, ["worker"]);
  const group = considerations?.groups[0];
  const seriousness = group?.items.find((item) => item.id === decisionFields.kindAndSeriousness);
  const isDone = valueAt(file, id, fields.done()) === true;
  return (
    <Page title={t("safety:workOut")} lead={namesIn(file, run.about, i18n.language)} width="text">
      <div className="stack stack-l">
        {undo.refused && (
          <Notice tone="caution" live="alert">
            {t(toolRefusalKey(i18n, undo.refused))}
          </Notice>
        )}
        <Findings tool={instrument.id} findings={findings} />
        <ThreeQuestions file={file} about={run.about} value={host.value} write={host.annotate} />
        {group && seriousness && (
          <ItemControl host={host} words={words} size="tap" group={group} item={seriousness} />
        )}
        {sections.map((section) => (
          <section key={section.id} className="stack">
            <h2>{section.groups[0] && <Explained text={words.group(section.groups[0])} />}</h2>
            <SectionView host={host} words={words} size="tap" section={section} />
          </section>
        ))}
      </div>
      <BottomBar start={<UndoLine undo={undo} file={file} isRefusalElsewhere />}>
        <Button
          variant="main"
          aria-pressed={isDone}
          onClick={() => void write(markDone, { key, instrument, done: !isDone })}
        >
          {t(isDone ? "tools:bar.allIsDone" : "safety:done")}
        </Button>
      </BottomBar>
    </Page>
  );
}
