import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useRun } from "../../app/useCase.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields, visitsOf } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { ExactField } from "../../ui/ExactField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { Section } from "../casefile/Section.tsx";
import { usePlannedAt } from "../casefile/usePlannedAt.ts";
import { momentWords } from "../casefile/when.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** The next visit, planned right there; those that are planned already stand above it. */
export function NextVisit({ open }: { readonly open: OpenVisit }) {
  const { t, i18n } = useTranslation(["visit", "common", "casefile"]);
  const { caseId, file, visit } = open;
  const run = useRun(caseId);
  const now = new Date();
  const near = { today: t("visit:today"), tomorrow: t("visit:tomorrow"), yesterday: t("visit:yesterday") };
  const planned = visitsOf(file)
    .filter((one) => one.id !== visit.id && one.phase === "prepare" && one.plannedAt !== "")
    .sort((a, b) => a.plannedAt.localeCompare(b.plannedAt));
  const { at, onAt, done, refused } = usePlannedAt({
    caseId,
    from: visit.id,
    plan: (plannedAt, clearsDraft) => {
      const values = {
        [visitFields.plannedAt]: plannedAt,
        ...(visit.location ? { [visitFields.location]: visit.location } : {}),
      };
      // A visit of its own: nothing of it belongs to the one that is being closed.
      return run(planVisit, { values }, clearsDraft ? { clearsDraft } : {});
    },
  });
  return (
    <Section title={t("visit:next.title")}>
      <div className="visit-panel stack">
        {planned.map((one) => (
          <div key={one.id} className="row row-between">
            <span className="strong">{momentWords(i18n.language, one.plannedAt, now, near)}</span>
            <ButtonLink to={paths.prepare(caseId, one.id)}>{t("visit:next.prepare")}</ButtonLink>
          </div>
        ))}
        <div className="visit-plan">
          <ExactField
            kind="datetime-local"
            label={t(planned.length > 0 ? "visit:next.another" : "visit:next.when")}
            value={at}
            onValue={onAt}
          />
          <Button disabled={at === ""} onClick={done}>
            {t("visit:next.plan")}
          </Button>
        </div>
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Section>
  );
}
