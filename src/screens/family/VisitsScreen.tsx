import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type Visit, visitsOf } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { numberedVisits } from "./numberedVisits.ts";
import { PlanVisitDialog } from "./PlanVisitDialog.tsx";
import { VisitItem } from "./VisitItem.tsx";

/** The visit at the table first, then what is planned, then what has been, newest first. */
export function VisitsScreen() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const [search, setSearch] = useSearchParams();
  const visits = numberedVisits(visitsOf(file));
  const at = (phase: Visit["phase"]) => visits.filter(({ visit }) => visit.phase === phase);
  const plan = (
    <Button
      variant="main"
      icon={<Plus aria-hidden="true" />}
      onClick={() => setSearch({ plan: "1" }, { replace: true })}
    >
      {t("visits.plan")}
    </Button>
  );
  const parts = [
    { id: "open", visits: at("table") },
    { id: "planned", visits: at("prepare") },
    { id: "finished", visits: at("finished").toReversed() },
  ];
  return (
    <Page title={t("visits.title")} actions={visits.length > 0 ? plan : undefined}>
      {visits.length === 0 && (
        <EmptyState title={t("visits.none")} action={plan}>
          <p>{t("visits.noneText")}</p>
        </EmptyState>
      )}
      {parts.map((part) =>
        part.visits.length === 0 ? null : (
          <Section key={part.id} title={t(`visits.${part.id}`)}>
            <ul className="case-list">
              {part.visits.map(({ visit, number }) => (
                <VisitItem key={visit.id} visit={visit} number={number} />
              ))}
            </ul>
          </Section>
        ),
      )}
      {search.get("plan") && <PlanVisitDialog onClose={() => setSearch({}, { replace: true })} />}
    </Page>
  );
}
