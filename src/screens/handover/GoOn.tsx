import { useState } from "react";
import { useTranslation } from "react-i18next";
import { handOver } from "../../app/handing.ts";
import { forgetHanded, interruptedIn } from "../../app/interrupted.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { peopleOf } from "../../domain/people.ts";
import type { Visit } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

type Props = { readonly file: CaseFile; readonly visit: Visit };

/** The battery went while somebody of the family held the tablet: one tap, and they are where they were. */
export function GoOn({ file, visit }: Props) {
  const { t } = useTranslation("handover");
  const drafts = useApp((state) => state.drafts.get(file.case));
  const [isFailed, setFailed] = useState(false);
  const handed = visit.phase === "finished" ? undefined : interruptedIn(drafts, file.case, visit.id);
  const person = peopleOf(file).find(({ id }) => id === handed?.person);
  if (!handed || !person) return null;
  const { name } = person;
  const goOn = (): void => {
    handOver(handed).catch(() => setFailed(true));
  };
  return (
    <Notice
      title={t("interrupted.title", { name })}
      actions={
        <>
          <Button variant="main" onClick={goOn}>
            {t("interrupted.goOn", { name })}
          </Button>
          <Button variant="quiet" onClick={() => void forgetHanded(file.case)}>
            {t("interrupted.drop")}
          </Button>
        </>
      }
    >
      {isFailed && t("failed")}
    </Notice>
  );
}
