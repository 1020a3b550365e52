import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import type { Outcome } from "../../commands/door.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields } from "../../domain/visit.ts";
import { ExactField } from "../../ui/ExactField.tsx";
import { createdRecord } from "../casefile/created.ts";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { usePlannedAt } from "../casefile/usePlannedAt.ts";
import { AskDialog } from "./AskDialog.tsx";

/** A visit needs nothing to begin with: a day may come later. */
export function PlanVisitDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  const navigate = useNavigate();
  const write = useWrite();
  const [notPlanned, setNotPlanned] = useState<string>();

  const plan = async (at: string, clearsDraft?: string): Promise<Outcome> => {
    const values = at ? { [visitFields.plannedAt]: at } : {};
    const outcome = await write(planVisit, { values }, clearsDraft ? { clearsDraft } : {});
    const visit = createdRecord(outcome, "visit");
    if (visit) {
      // Going back from the visit leads to the list of them, and not to this question.
      await navigate(paths.visits(caseId), { replace: true });
      await navigate(paths.prepare(caseId, visit));
    }
    return outcome;
  };
  const planned = usePlannedAt({ caseId, from: "family", plan });
  const { at } = planned;
  const planNow = async (): Promise<void> => {
    if (at !== "") return planned.done();
    const outcome = await plan("");
    if (!outcome.ok) setNotPlanned(outcome.refused);
  };
  return (
    <AskDialog
      title={t("visits.plan")}
      yes={t("visits.planYes")}
      refused={planned.refused ?? notPlanned}
      onYes={() => void planNow()}
      onClose={onClose}
    >
      <ExactField
        kind="datetime-local"
        label={t("visits.when")}
        description={t("visits.whenHint")}
        value={at}
        onValue={planned.onAt}
      />
    </AskDialog>
  );
}
