import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { conflictsOf } from "../../domain/casefile.ts";
import { nameOf } from "../../domain/people.ts";
import {
  alarmsOf,
  decisionsOf,
  hasOpenDecision,
  safetyConflictsOf,
  undecidedAlarmsOf,
  unknownAlarmsOf,
} from "../../domain/safety.ts";
import { type Task, TaskList } from "../../ui/TaskList.tsx";
import { placeWords } from "../casefile/placeWords.ts";
import { Section } from "../casefile/Section.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";

/** What is open here, what touches safety first. Nothing where nothing is open. */
export function Attention() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const { say } = useSpeaking(file);
  const tasks: Task[] = [];
  if (hasOpenDecision(file)) {
    tasks.push({
      id: "decision",
      title: t("attention.openDecision"),
      note: openDecisionNote(),
      to: paths.safety(caseId),
      state: { label: t("attention.safety"), tone: "caution" },
    });
  }
  const safety = safetyConflictsOf(file).length;
  const others = conflictsOf(file).length - safety;
  if (safety > 0) {
    tasks.push({
      id: "safety-versions",
      title: t("attention.safetyVersions", { count: safety }),
      note: conflictNote(),
      to: paths.versions(caseId),
      state: { label: t("attention.safety"), tone: "caution" },
    });
  }
  for (const { run, item, head } of unknownAlarmsOf(file)) {
    tasks.push({
      id: `${head.entry}-${item}`,
      title: placeWords(file, run.id, item, say).what,
      note: [nameOf(file, run.about), t("attention.unknown")].filter(Boolean).join(" · "),
      to: paths.tool(caseId, undefined, run.instrument, { about: run.about }),
    });
  }
  if (others > 0) {
    tasks.push({
      id: "versions",
      title: t("attention.versions", { count: others }),
      to: paths.versions(caseId),
    });
  }

  function openDecisionNote(): string {
    const waiting = undecidedAlarmsOf(file);
    const alarms = waiting.length > 0 ? waiting : alarmsOf(file);
    const signal = alarms.at(-1);
    const missing = decisionsOf(file).flatMap((decision) => decision.missing);
    const parts = [
      signal && placeWords(file, signal.run.id, signal.item, say).what,
      signal && nameOf(file, signal.run.about),
      missing.length > 0 && t("attention.missing", { count: new Set(missing).size }),
    ];
    return parts.filter(Boolean).join(" · ");
  }

  function conflictNote(): string {
    const first = safetyConflictsOf(file)[0];
    if (!first) return "";
    const { of, what } = placeWords(file, first.record, first.field, say);
    return `${of}: ${what}`;
  }

  if (tasks.length === 0) return null;
  return (
    <Section title={t("attention.title")}>
      <TaskList tasks={tasks} />
    </Section>
  );
}
