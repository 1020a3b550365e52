import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { nameOf } from "../../domain/people.ts";
import { TaskList } from "../../ui/TaskList.tsx";
import { aboutWords } from "../family/placeWords.ts";
import { Section } from "../family/Section.tsx";
import { openRunsOf } from "./stillOpen.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** What is unanswered in the tools that were used. Visible, and never forced. */
export function StillOpen({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "instruments"]);
  const { caseId, file, visit } = open;
  const runs = openRunsOf(file, visit.id);
  return (
    <Section title={t("visit:stillOpen.title")}>
      <p className="soft prose">{t(runs.length > 0 ? "visit:stillOpen.text" : "visit:stillOpen.none")}</p>
      {runs.length > 0 && (
        <TaskList
          label={t("visit:stillOpen.title")}
          tasks={runs.map(({ run, instrument, open: count }) => {
            const who = [aboutWords(file, run.about), nameOf(file, run.voice)].filter(Boolean);
            return {
              id: run.id,
              title: t(`instruments:${instrument.id}.title`),
              note: [...new Set(who)].join(" · "),
              state: { label: t("visit:stillOpen.count", { count }) },
              to: paths.tool(caseId, visit.id, instrument.id, {
                about: run.about,
                voice: run.voice,
                ...(run.occasion ? { occasion: run.occasion } : {}),
              }),
            };
          })}
        />
      )}
    </Section>
  );
}
