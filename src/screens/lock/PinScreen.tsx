import { useState } from "react";
import { useTranslation } from "react-i18next";
import { takeBack, unlock, unlockWithPin } from "../../app/lock.ts";
import { practicePin } from "../../app/practicePin.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PinPad } from "../../ui/PinPad.tsx";
import { LockFrame } from "./LockFrame.tsx";
import { PasskeyUnlock } from "./PasskeyUnlock.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";
import { useAttempt } from "./useAttempt.ts";

type Props = {
  /** Given where the worker takes the tablet back from a family: back to that family's screen. */
  readonly onStay?: () => void;
};

/** After a soft lock, and to take the tablet back. It names nobody. */
export function PinScreen({ onStay }: Props) {
  const { t } = useTranslation("lock");
  const isPractice = useApp((state) => state.world === "practice");
  const [withWords, setWithWords] = useState(false);
  const title = onStay ? t("pin.takeBack") : withWords ? t("unlock.title") : t("pin.title");
  return (
    <LockFrame title={title}>
      {withWords ? (
        <PassphraseForm
          label={t("passphrase.label")}
          action={t("unlock.action")}
          autoFocus
          attempt={(passphrase) => (onStay ? takeBack({ passphrase }) : unlock(passphrase))}
        />
      ) : (
        <PinForm isTakingBack={onStay !== undefined} />
      )}
      {withWords && !onStay && <PasskeyUnlock />}
      <div className={withWords ? "row" : "row row-center"}>
        {onStay && (
          <Button variant="quiet" onClick={onStay}>
            {t("pin.stay")}
          </Button>
        )}
        {!isPractice && (
          <Button variant="quiet" onClick={() => setWithWords(!withWords)}>
            {withWords ? t("pin.withPin") : t("pin.withWords")}
          </Button>
        )}
      </div>
    </LockFrame>
  );
}

function PinForm({ isTakingBack }: { readonly isTakingBack: boolean }) {
  const { t } = useTranslation("lock");
  const isPractice = useApp((state) => state.world === "practice");
  const tries = useAttempt();
  const left = tries.failure?.left;
  const problem = tries.failure?.problem;
  const error = left === undefined ? problem && t(`problems.${problem}`) : t("pin.wrong", { count: left });
  return (
    <div className="stack">
      {isPractice && <Notice>{t("pin.practice", { pin: practicePin })}</Notice>}
      <PinPad
        label={t("pin.label")}
        labels={{ erase: t("pin.erase"), filled: (count) => t("pin.filled", { count }) }}
        error={error}
        isPending={tries.isPending}
        onDone={(pin) => void tries.run(() => (isTakingBack ? takeBack({ pin }) : unlockWithPin(pin)))}
      />
      {/* Its room is kept, so that the keys do not move under a finger. */}
      <p className="soft pin-busy" role="status">
        {tries.isPending ? t("busy") : ""}
      </p>
    </div>
  );
}
