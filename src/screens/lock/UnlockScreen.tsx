import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lock, unlock, unlockWithRecovery } from "../../app/lock.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { AttemptFailure } from "./AttemptFailure.tsx";
import { LockFrame } from "./LockFrame.tsx";
import { PasskeyUnlock } from "./PasskeyUnlock.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";
import { useAttempt } from "./useAttempt.ts";

/** Full lock. Also where one family is open by PIN and the address asks for more than that family. */
export function UnlockScreen() {
  const { t } = useTranslation("lock");
  const [isForgotten, setForgotten] = useState(false);
  const scope = useApp((state) => state.scope);
  const isBeyond = useApp((state) => state.phase === "open") && scope !== "all";
  if (isForgotten) return <RecoveryForm onBack={() => setForgotten(false)} />;
  return (
    <LockFrame title={t("unlock.title")} lead={isBeyond ? t("unlock.beyond") : undefined}>
      <PassphraseForm label={t("passphrase.label")} action={t("unlock.action")} autoFocus attempt={unlock} />
      <PasskeyUnlock />
      <div className="row">
        {isBeyond && <ButtonLink to={paths.family(scope)}>{t("unlock.backToFamily")}</ButtonLink>}
        {isBeyond ? (
          <Button variant="quiet" onClick={() => void lock()}>
            {t("unlock.lock")}
          </Button>
        ) : (
          <Button variant="quiet" onClick={() => setForgotten(true)}>
            {t("unlock.forgotten")}
          </Button>
        )}
      </div>
    </LockFrame>
  );
}

/** With the sheet that was printed or copied at set-up. */
function RecoveryForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation("lock");
  const [typed, setTyped] = useState("");
  const tries = useAttempt();
  const isShut = tries.isPending || tries.pause > 0;
  return (
    <LockFrame title={t("recovery.title")} lead={t("recovery.lead")}>
      <div className="stack">
        <TextArea
          label={t("recovery.label")}
          description={t("recovery.hint")}
          rows={4}
          value={typed}
          onValue={setTyped}
          autoFocus
        />
        <AttemptFailure attempt={tries} wrong={t("recovery.wrong")} unread={t("recovery.unread")} />
        <div className="row">
          <Button
            variant="main"
            isPending={tries.isPending}
            aria-disabled={isShut}
            onClick={() => {
              if (!isShut && typed.trim() !== "") void tries.run(() => unlockWithRecovery(typed));
            }}
          >
            {tries.isPending ? t("busy") : t("unlock.action")}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {t("recovery.back")}
          </Button>
        </div>
        <p className="soft prose">{t("recovery.lost")}</p>
      </div>
    </LockFrame>
  );
}
