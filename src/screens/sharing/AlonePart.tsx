import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shareFamily } from "../../app/agency/acts.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ActDialog } from "./ActDialog.tsx";

/** A family that is nobody's but this worker's, on this device. */
export function AlonePart({ caseId, mayShare }: { readonly caseId: CaseId; readonly mayShare: boolean }) {
  const { t } = useTranslation("sharing");
  const [isAsking, setAsking] = useState(false);
  return (
    <Card>
      <div className="stack stack-s">
        <p className="strong">{t("alone.title")}</p>
        <p className="prose">{t("alone.text")}</p>
        {mayShare && (
          <div>
            <Button onClick={() => setAsking(true)}>{t("alone.share")}</Button>
          </div>
        )}
      </div>
      {isAsking && (
        <ActDialog
          title={t("alone.askTitle")}
          yes={t("alone.yes")}
          act={() => shareFamily(caseId)}
          onClose={() => setAsking(false)}
        >
          <ul className="sharing-points">
            <li>{t("alone.sealed")}</li>
            <li>{t("alone.people")}</li>
            <li>{t("alone.recovery")}</li>
            <li>{t("alone.stays")}</li>
          </ul>
        </ActDialog>
      )}
    </Card>
  );
}
