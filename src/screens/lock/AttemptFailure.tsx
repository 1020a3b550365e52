import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/Notice.tsx";
import type { Attempt } from "./useAttempt.ts";

type Props = {
  readonly attempt: Attempt;
  readonly wrong: string;
  /** Where the pause was not over, and what was typed was not looked at: it may well be right. A passkey has no pause. */
  readonly unread?: string;
};

/** Why the door stayed shut, told at once; the seconds beneath count down for the eye only. */
export function AttemptFailure({ attempt, wrong, unread }: Props) {
  const { t } = useTranslation("lock");
  const { failure, pause } = attempt;
  if (!failure) return null;
  const why = failure.reason === "wait" ? (unread ?? wrong) : wrong;
  return (
    <>
      <Notice tone="caution" live="alert">
        {failure.problem ? t(`problems.${failure.problem}`) : why}
      </Notice>
      {pause > 0 && (
        <p className="soft" aria-hidden="true">
          {t("pause", { count: pause })}
        </p>
      )}
    </>
  );
}
