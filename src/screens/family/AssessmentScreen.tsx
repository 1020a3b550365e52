import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import type { Standing } from "../../domain/run.ts";
import { openVisitOf } from "../../domain/visit.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import type { Tone } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Page } from "../../ui/Page.tsx";
import { type Task, TaskList } from "../../ui/TaskList.tsx";
import { type AssessmentTask, assessmentTasks, type Part, parts, waitsForPeople } from "./assessmentTasks.ts";
import { aboutWords } from "./placeWords.ts";
import { Section } from "./Section.tsx";
import { useFamily } from "./useFamily.ts";
import { calendarDay } from "./when.ts";

const tones: { readonly [S in Standing]: Tone } = { empty: "plain", busy: "accent", done: "good" };

/** "In beeld": every tool that can be filled in, in any order, with how far each is. */
export function AssessmentScreen() {
  const { t } = useTranslation(["casefile", "rules"]);
  return (
    <Page title={t("casefile:assessment.title")} lead={t("casefile:assessment.lead")}>
      <ToLookAt />
      {parts.map((part) => (
        <PartList key={part} part={part} />
      ))}
    </Page>
  );
}

/** What the rules say of the case as it stands. It holds nothing up. */
function ToLookAt() {
  const { t } = useTranslation(["casefile", "rules"]);
  const { file } = useFamily();
  const found = findingsOf({ file, today: calendarDay(new Date()) }).filter(
    ({ level }) => level === "block" || level === "require" || level === "warn",
  );
  const rules = [...new Map(found.map((finding) => [finding.rule, finding])).values()];
  if (rules.length === 0) return null;
  return (
    <Disclosure level={2} title={t("casefile:assessment.toLookAt", { count: rules.length })}>
      <ul className="stack-s">
        {rules.map(({ rule, values }) => (
          <li key={rule}>{t(`rules:${rule}`, { ...values })}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function PartList({ part }: { part: Part }) {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { caseId, file } = useFamily();
  const tasks = assessmentTasks(file, part);
  const waits = waitsForPeople(file, part);
  const visit = openVisitOf(file)?.id;

  const taskView = (task: AssessmentTask): Task => {
    const { instrument, about, person, voice, standing } = task;
    const goal = instrument.about === "goal" ? aboutWords(file, about) : "";
    return {
      id: `${instrument.id}-${about}`,
      title: t(`instruments:${instrument.id}.title`),
      note: [person?.name, goal].filter(Boolean).join(" · ") || t(`instruments:${instrument.id}.short`),
      to: paths.tool(caseId, visit, instrument.id, {
        ...(person || goal ? { about } : {}),
        ...(voice ? { voice } : {}),
      }),
      state: { label: t(`casefile:standing.${standing}`), tone: tones[standing] },
    };
  };

  if (tasks.length === 0 && !waits) return null;
  return (
    <Section title={t(`casefile:assessment.parts.${part}`)}>
      {tasks.length > 0 && <TaskList tasks={tasks.map(taskView)} />}
      {waits && (
        <div className="row row-between">
          <p className="soft">{t("casefile:assessment.waits")}</p>
          <ButtonLink to={paths.people(caseId)}>{t("casefile:assessment.toPeople")}</ButtonLink>
        </div>
      )}
    </Section>
  );
}
