import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/Notice.tsx";
import type { Attempt } from "./useAttempt.ts";

/** Why the door stayed shut, told at once; the seconds beneath count down for the eye only. */
export function AttemptFailure({ attempt, wrong }: { readonly attempt: Attempt; readonly wrong: string }) {
  const { t } = useTranslation("lock");
  const { failure, pause } = attempt;
  if (!failure) return null;
  return (
    <>
      <Notice tone="caution" live="alert">
        {failure.problem ? t(`problems.${failure.problem}`) : wrong}
      </Notice>
      {pause > 0 && (
        <p className="soft" aria-hidden="true">
          {t("pause", { count: pause })}
        </p>
      )}
    </>
  );
}
