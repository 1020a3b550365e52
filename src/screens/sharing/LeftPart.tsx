import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { putAwayLeft } from "../../app/agency/acts.ts";
import { paths } from "../../app/paths.ts";
import { unsentCountOf } from "../../app/saved.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ActDialog } from "./ActDialog.tsx";

/** One was taken out, or stopped: the family can go off this device once nothing of it is here alone. */
export function LeftPart({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation("sharing");
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const unsent = useUnsentCount(caseId);
  const how = useApp((state) => state.sharing.get(caseId)?.left);
  const isLate = useApp((state) => (state.sharing.get(caseId)?.leftLate.length ?? 0) > 0);
  const putAway = async () => {
    // Written meanwhile, perhaps in this very moment: asked once more before anything goes.
    if ((await unsentCountOf(caseId)) > 0) return { ok: false, why: "refused" } as const;
    await navigate(paths.families);
    await putAwayLeft(caseId);
    return { ok: true } as const;
  };
  const actions =
    unsent === undefined ? undefined : (
      <>
        {(unsent > 0 || isLate) && <ButtonLink to={paths.saved}>{t("left.saved")}</ButtonLink>}
        {unsent === 0 && <Button onClick={() => setAsking(true)}>{t("left.open")}</Button>}
      </>
    );
  return (
    <>
      <Notice actions={actions}>
        <p>{t(how ? `left.${how}` : "left.text")}</p>
        {isLate && <p>{t("left.late")}</p>}
        {unsent !== undefined && unsent > 0 && <p>{t("left.unsent", { count: unsent })}</p>}
      </Notice>
      {isAsking && (
        <ActDialog
          variant="danger"
          title={t("left.askTitle")}
          yes={t("left.yes")}
          act={putAway}
          onClose={() => setAsking(false)}
        >
          <p>{t("left.askText")}</p>
        </ActDialog>
      )}
    </>
  );
}

/** Undefined until it is known: nothing is taken away on a guess. */
function useUnsentCount(caseId: CaseId): number | undefined {
  const all = useApp((state) => state.exchange?.unsent);
  const heardAt = useApp((state) => state.exchange?.heardAt);
  const [count, setCount] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unsent and when was heard say when to look anew
  useEffect(() => {
    let isGone = false;
    unsentCountOf(caseId).then(
      (found) => !isGone && setCount(found),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [caseId, all, heardAt]);
  return count;
}
