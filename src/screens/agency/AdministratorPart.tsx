import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AdministratorDialog } from "./AdministratorDialog.tsx";

/** Whoever holds the agency's sheet appoints an administrator, also where the only one is gone. */
export function AdministratorPart({ view }: { readonly view: AgencyView }) {
  const { t } = useTranslation("agency");
  const [isAsked, setAsked] = useState(false);
  const [isDone, setDone] = useState(false);
  const others = view.people.filter(
    ({ role, devices }) => role !== "administrator" && devices.some(({ isRevoked }) => !isRevoked),
  );
  if (others.length === 0 && !isDone) return null;
  return (
    <section className="stack stack-s" aria-labelledby="agency-administrator">
      <h2 id="agency-administrator">{t("administrator.title")}</h2>
      <p className="prose">{t("administrator.text")}</p>
      {others.length > 0 && (
        <div className="row">
          <Button
            onClick={() => {
              setDone(false);
              setAsked(true);
            }}
          >
            {t("administrator.open")}
          </Button>
        </div>
      )}
      {isDone && (
        <Notice tone="good" live="status">
          {t("administrator.done")}
        </Notice>
      )}
      {isAsked && (
        <AdministratorDialog
          people={others}
          onClose={(isAppointed) => {
            setAsked(false);
            setDone(isAppointed);
          }}
        />
      )}
    </section>
  );
}
