import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ExactField } from "../../ui/ExactField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { createdRecord } from "./created.ts";
import { refusalKey } from "./refusal.ts";
import { useFamily, useWrite } from "./useFamily.ts";

/** A visit needs nothing to begin with: a day may come later. */
export function PlanVisitDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["casefile", "common"]);
  const { caseId } = useFamily();
  const navigate = useNavigate();
  const write = useWrite();
  const [at, setAt] = useState("");
  const [refused, setRefused] = useState<string>();

  const plan = async (): Promise<void> => {
    const outcome = await write(planVisit, { values: at ? { [visitFields.plannedAt]: at } : {} });
    const visit = createdRecord(outcome, "visit");
    if (visit) await navigate(paths.prepare(caseId, visit));
    else if (!outcome.ok) setRefused(outcome.refused);
  };

  return (
    <Dialog
      title={t("casefile:visits.plan")}
      closeLabel={t("casefile:close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("casefile:cancel")}</Button>
          <Button variant="main" onClick={() => void plan()}>
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
          onValue={setAt}
        />
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Dialog>
  );
}
