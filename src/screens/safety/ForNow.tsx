import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { decisionFields, decisionOptions } from "../../domain/safety.ts";
import { timeOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { ForNowDecision } from "./useForNow.ts";

/** After three taps: it stands, with its time. What happens now is one tap more; everything else can wait. */
export function ForNow({ file, forNow }: { readonly file: CaseFile; readonly forNow: ForNowDecision }) {
  const { t, i18n } = useTranslation("safety");
  const { record, value, write, refused, drop } = forNow;
  const decidedAt = value(decisionFields.decidedAt);
  const option = value(decisionFields.option);
  if (refused) {
    return (
      <Notice tone="caution" live="alert">
        {t("notSaved")}
      </Notice>
    );
  }
  if (!record) return null;
  if (typeof decidedAt !== "string") {
    return (
      <div>
        <Button variant="quiet" onClick={drop}>
          {t("drop")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <p role="status" className="safety-stands">
        {t("forNow", { time: timeOf(i18n.language, new Date(decidedAt)) })}
      </p>
      <Choice
        label={t("whatNow")}
        layout="list"
        options={decisionOptions.map((id) => ({ value: id as string, label: t(`options.${id}`) }))}
        value={typeof option === "string" ? option : null}
        onPick={(picked) => write(decisionFields.option, picked === option ? null : picked)}
      />
      <div className="row">
        <ButtonLink to={paths.decision(file.case, record)}>{t("workOut")}</ButtonLink>
        <Button variant="quiet" onClick={drop}>
          {t("drop")}
        </Button>
      </div>
    </div>
  );
}
