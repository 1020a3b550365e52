import { Fingerprint } from "lucide-react";
import { useTranslation } from "react-i18next";
import { unlockWithPasskey } from "../../app/lock.ts";
import { Button } from "../../ui/Button.tsx";
import { AttemptFailure } from "./AttemptFailure.tsx";
import { useAttempt } from "./useAttempt.ts";
import { usePasskey } from "./usePasskey.ts";

/** The second way in, where this tablet has a passkey. The words stay where they are, whatever comes of it. */
export function PasskeyUnlock() {
  const { t } = useTranslation("lock");
  const { isHere } = usePasskey();
  const tries = useAttempt();
  if (!isHere) return null;
  return (
    <div className="stack stack-s">
      <div className="row">
        <Button
          icon={<Fingerprint aria-hidden="true" />}
          isPending={tries.isPending}
          onClick={() => void tries.run(unlockWithPasskey)}
        >
          {tries.isPending ? t("busy") : t("passkey.action")}
        </Button>
      </div>
      <AttemptFailure attempt={tries} wrong={t(`passkey.failed.${tries.failure?.passkey ?? "no-answer"}`)} />
    </div>
  );
}
