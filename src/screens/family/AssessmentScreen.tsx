import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { familyRecord } from "../../domain/ids.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import { openVisitOf } from "../../domain/visit.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { findingNamespaces, findingWords, onceEach } from "../casefile/findingWords.ts";
import { aboutWords } from "../casefile/placeWords.ts";
import { Section } from "../casefile/Section.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { calendarDay } from "../casefile/when.ts";
import {
  type AssessmentTask,
  type AssessmentTool,
  assessmentTools,
  type Part,
  parts,
  waitsForPeople,
} from "./assessmentTasks.ts";

/** "In beeld": every tool that can be filled in, in any order, with how far each is. */
export function AssessmentScreen() {
  const { t } = useTranslation(["casefile", "rules"]);
  return (
    <Page title={t("casefile:assessment.title")} lead={t("casefile:assessment.lead")}>
      <ToLookAt />
      <Waits />
      {parts.map((part) => (
        <PartList key={part} part={part} />
      ))}
    </Page>
  );
}

/** What the rules say of the case as it stands. It holds nothing up. */
function ToLookAt() {
  const { t, i18n } = useTranslation(["casefile", ...findingNamespaces]);
  const { file } = useFamily();
  const found = findingsOf({ file, today: calendarDay(new Date()) }).filter(
    ({ level }) => level === "block" || level === "require" || level === "warn",
  );
  const said = [...new Set(onceEach(found).map((finding) => findingWords(i18n, finding)))];
  if (said.length === 0) return null;
  return (
    <Disclosure level={2} title={t("casefile:assessment.toLookAt", { count: said.length })}>
      <ul className="stack-s">
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Said once for all parts: tools about a child or a parent come when there is one. */
function Waits() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  if (!parts.some((part) => waitsForPeople(file, part))) return null;
  return (
    <Notice actions={<ButtonLink to={paths.people(caseId)}>{t("assessment.toPeople")}</ButtonLink>}>
      {t("assessment.waits")}
    </Notice>
  );
}

function PartList({ part }: { part: Part }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const tools = assessmentTools(file, part);
  if (tools.length === 0) return null;
  return (
    <Section title={t(`assessment.parts.${part}`)}>
      <ul className="case-tools">
        {tools.map((tool) => (
          <Tool key={tool.instrument.id} tool={tool} />
        ))}
      </ul>
    </Section>
  );
}

/** Nothing is filled in there, so that "niet begonnen" would say something that can never change. */
const onlyRead: ReadonlySet<string> = new Set(["scope-statement", "glossary", "contact-numbers"]);

/** One tool, with a way into it for everybody whom it can be about. */
function Tool({ tool }: { tool: AssessmentTool }) {
  const { t } = useTranslation("instruments");
  const { instrument, tasks } = tool;
  return (
    <li className="case-item case-item-line">
      <div className="case-tool-words">
        <h3 className="case-item-title">{t(`${instrument.id}.title`)}</h3>
        <span className="small soft">{t(`${instrument.id}.purpose`)}</span>
      </div>
      <div className="case-tool-links">
        {tasks.map((task) => (
          <TaskLink key={task.about} task={task} />
        ))}
      </div>
    </li>
  );
}

function TaskLink({ task }: { task: AssessmentTask }) {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const { instrument, about, person, voice, standing } = task;
  const isAboutFamily = about === familyRecord;
  // A goal is a sentence: what is said of it stands behind its words, not behind its full stop.
  const goal = instrument.about === "goal" ? aboutWords(file, about).replace(/[.\s]+$/u, "") : "";
  const name = goal || person?.name || t(isAboutFamily ? "assessment.family" : "people.noName");
  const to = paths.tool(caseId, openVisitOf(file)?.id, instrument.id, {
    ...(isAboutFamily ? {} : { about }),
    ...(voice ? { voice } : {}),
  });
  if (onlyRead.has(instrument.id)) return <ButtonLink to={to}>{t("assessment.read")}</ButtonLink>;
  return (
    <ButtonLink to={to}>
      {(instrument.about !== "family" || !isAboutFamily) && <bdi>{name} · </bdi>}
      <span className={`case-tool-state case-tool-state-${standing}`}>{t(`standing.${standing}`)}</span>
    </ButtonLink>
  );
}
