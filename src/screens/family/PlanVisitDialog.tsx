import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import type { Outcome } from "../../commands/door.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ExactField } from "../../ui/ExactField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { createdRecord } from "../casefile/created.ts";
import { refusalKey } from "../casefile/refusal.ts";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { usePlannedAt } from "../casefile/usePlannedAt.ts";

/** A visit needs nothing to begin with: a day may come later. */
export function PlanVisitDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["casefile", "common"]);
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
  const refused = planned.refused ?? notPlanned;

  return (
    <Dialog
      title={t("casefile:visits.plan")}
      closeLabel={t("casefile:close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("casefile:cancel")}</Button>
          <Button variant="main" onClick={() => void planNow()}>
            {t("casefile:visits.planYes")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ExactField
          kind="datetime-local"
          label={t("casefile:visits.when")}
          description={t("casefile:visits.whenHint")}
          value={at}
          onValue={planned.onAt}
        />
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Dialog>
  );
}
