import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { isUnsaid } from "../../domain/entry.ts";
import { nameOf } from "../../domain/people.ts";
import { agreementsOf, goalsOf, isRunning, mostUrgentFirst, notesOf } from "../../domain/plan.ts";
import { workerView } from "../../domain/sight.ts";
import { safetyScale, trendOf } from "../../domain/trend.ts";
import { visitsOf, visitTime } from "../../domain/visit.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { dateFrom, longDayOf } from "../casefile/when.ts";
import { agreementsIn } from "./agreementsIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** "Eerder ingevuld": what runs, what everybody said last, and the notes of the visit before. For the worker alone. */
export function EarlierFold({ open }: { readonly open: OpenVisit }) {
  const { t, i18n } = useTranslation("visit");
  const { caseId, file, visit } = open;
  const here = new Set(agreementsIn(file, visit.id).map((one) => one.id));
  const running = agreementsOf(file)
    .filter((one) => isRunning(one) && one.what !== "" && !here.has(one.id))
    .sort(mostUrgentFirst);
  const before = visitsOf(file)
    .filter((one) => one.id !== visit.id && one.begunAt !== undefined)
    .sort((a, b) => (b.begunAt ?? 0) - (a.begunAt ?? 0))[0];
  const at = before && dateFrom(visitTime(before));
  const notes = before ? notesOf(file, before.id).filter((note) => note.text !== "") : [];
  const goals = goalsOf(file).filter((goal) => goal.sentence !== "");
  const scores = useScores(open);
  if (!before && running.length === 0) return <p className="soft">{t("earlier.none")}</p>;
  return (
    <div className="stack-l stack">
      <Lines
        title={t("earlier.agreements")}
        lines={running.map((one) => ({
          id: one.id,
          text: [one.who, one.what, one.when].filter(Boolean).join(" · "),
        }))}
      />
      <Lines title={t("earlier.scores")} lines={scores} />
      <Lines
        title={t("earlier.goals")}
        lines={goals.map((goal) => ({
          id: goal.id,
          text: [goal.sentence, goal.owner && nameOf(file, goal.owner)].filter(Boolean).join(" · "),
        }))}
      />
      <Lines
        title={at ? t("earlier.notes", { day: longDayOf(i18n.language, at) }) : t("earlier.notesNoDay")}
        lines={notes.map((note) => ({ id: note.id, text: note.text }))}
      />
      <div>
        <ButtonLink to={paths.timeline(caseId)}>{t("earlier.all")}</ButtonLink>
      </div>
    </div>
  );
}

type Line = { readonly id: string; readonly text: string };

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="stack-s stack">
      <h3>{title}</h3>
      <ul className="visit-lines">
        {lines.map((line) => (
          <li key={line.id} className="keep-lines" dir="auto">
            {line.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody's last mark for safety, before this visit. */
function useScores({ file, visit }: OpenVisit): readonly Line[] {
  const { t } = useTranslation("visit");
  return trendOf(file, safetyScale, workerView).flatMap(({ voice, points }) => {
    const last = points.filter((point) => point.visit !== visit.id).at(-1)?.value;
    if (last === undefined) return [];
    const said = isUnsaid(last) ? t(`unsaid.${last.unsaid}`) : String(last);
    return [{ id: voice, text: `${nameOf(file, voice)}: ${said}` }];
  });
}
