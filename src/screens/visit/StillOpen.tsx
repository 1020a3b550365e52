import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useHalfTyped } from "../../app/useHalfTyped.ts";
import { nameOf } from "../../domain/people.ts";
import { listOf } from "../../i18n/formats.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { Section } from "../casefile/Section.tsx";
import { newNoteOf } from "./NoteFold.tsx";
import { openToolsOf } from "./stillOpen.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** What is unanswered in the tools that were used. Visible, and never forced. */
export function StillOpen({ open }: { readonly open: OpenVisit }) {
  const { t, i18n } = useTranslation(["visit", "instruments"]);
  const { caseId, file, visit } = open;
  const tools = openToolsOf(file, visit.id);
  const isNoteOpen = useHalfTyped(caseId).has(newNoteOf(visit.id));
  return (
    <Section title={t("visit:stillOpen.title")}>
      <p className="soft prose">{t(tools.length > 0 ? "visit:stillOpen.text" : "visit:stillOpen.none")}</p>
      {tools.length > 0 && (
        <TaskList
          label={t("visit:stillOpen.title")}
          tasks={tools.map(({ instrument, voices, first, open: count }) => ({
            id: instrument.id,
            title: t(`instruments:${instrument.id}.title`),
            note: listOf(
              i18n.language,
              voices.map((voice) => nameOf(file, voice)),
            ),
            state: { label: t("visit:stillOpen.count", { count }) },
            to: paths.tool(caseId, visit.id, instrument.id, {
              about: first.about,
              voice: first.voice,
              ...(first.occasion ? { occasion: first.occasion } : {}),
            }),
          }))}
        />
      )}
      {isNoteOpen && (
        <Notice
          title={t("visit:stillOpen.note")}
          actions={<ButtonLink to={paths.table(caseId, visit.id)}>{t("visit:stillOpen.toNote")}</ButtonLink>}
        />
      )}
    </Section>
  );
}
