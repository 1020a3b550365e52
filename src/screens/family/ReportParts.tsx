import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReportAgreements, ReportCards, ReportGoals, ReportSafety } from "./ReportPlan.tsx";
import { ReportAnswers, ReportNotes, ReportPeople, ReportVisits } from "./ReportRecords.tsx";
import type { ReportPartId } from "./reportParts.ts";

/** No default: a new part of the report does not compile until somebody has decided how it reads. */
const views: { readonly [P in ReportPartId]: () => ReactNode } = {
  people: ReportPeople,
  safety: ReportSafety,
  agreements: ReportAgreements,
  goals: ReportGoals,
  map: ReportCards,
  answers: ReportAnswers,
  visits: ReportVisits,
  notes: ReportNotes,
};

export function ReportPart({ part }: { part: ReportPartId }) {
  const { t } = useTranslation("casefile");
  const View = views[part];
  return (
    <section>
      <h3>{t(`report.parts.${part}`)}</h3>
      <View />
    </section>
  );
}
