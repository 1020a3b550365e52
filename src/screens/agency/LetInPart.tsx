import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyView, PersonView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { LetInDialog } from "./LetInDialog.tsx";

/** A colleague is gone, and nobody else works in that one's families: the sheet lets somebody in. */
export function LetInPart({ view }: { readonly view: AgencyView }) {
  const { t } = useTranslation("agency");
  const [isAsked, setAsked] = useState(false);
  const [letIn, setLetIn] = useState<PersonView>();
  return (
    <section className="stack stack-s" aria-labelledby="agency-let-in">
      <h2 id="agency-let-in">{t("letIn.title")}</h2>
      <p className="prose">{t("letIn.text")}</p>
      <div className="row">
        <Button
          onClick={() => {
            setLetIn(undefined);
            setAsked(true);
          }}
        >
          {t("letIn.open")}
        </Button>
      </div>
      {letIn && (
        <Notice tone="good" live="status">
          {t(letIn.isSelf ? "letIn.doneSelf" : "letIn.done")}
        </Notice>
      )}
      {isAsked && (
        <LetInDialog
          view={view}
          onClose={(person) => {
            setAsked(false);
            setLetIn(person);
          }}
        />
      )}
    </section>
  );
}
