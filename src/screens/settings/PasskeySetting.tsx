import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keepPasskey, makePasskey, removePasskey } from "../../app/passkey.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { usePasskey } from "../lock/usePasskey.ts";
import { Confirmed, Done } from "./Confirmed.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

type Made = NonNullable<Awaited<ReturnType<typeof makePasskey>>>;

/** A passkey as second way in: made, seen to open, and taken away again. */
export function PasskeySetting() {
  const { t } = useTranslation("settings");
  const { isHere, canMake } = usePasskey();
  const [done, setDone] = useState<"made" | "removed">();
  return (
    <SettingPart title={t("parts.passkey.title")} lead={t("passkey.lead")}>
      {done ? (
        <Done words={t(`passkey.done.${done}`)} />
      ) : isHere ? (
        <RemovePasskey onRemoved={() => setDone("removed")} />
      ) : canMake ? (
        <Confirmed>
          <MakePasskey onMade={() => setDone("made")} />
        </Confirmed>
      ) : (
        <p className="prose">{t("passkey.unavailable")}</p>
      )}
    </SettingPart>
  );
}

function RemovePasskey({ onRemoved }: { readonly onRemoved: () => void }) {
  const { t } = useTranslation("settings");
  const task = useTask();
  return (
    <>
      <p className="prose">{t("passkey.here")}</p>
      <TaskOutcome task={task} done="" />
      <BottomBar>
        <Button
          isPending={task.isPending}
          onClick={() => void task.run(() => removePasskey().then(onRemoved))}
        >
          {t("passkey.remove")}
        </Button>
      </BottomBar>
    </>
  );
}

/**
 * In two taps: some browsers answer a question for a passkey only right after a tap, and a passkey is used only once it
 * has been seen to open.
 */
function MakePasskey({ onMade }: { readonly onMade: () => void }) {
  const { t } = useTranslation("settings");
  const [made, setMade] = useState<Made>();
  const [failed, setFailed] = useState<"no-answer" | "unreliable">();
  const task = useTask();
  const make = async (): Promise<void> => {
    const fresh = await makePasskey();
    setMade(fresh);
    setFailed(fresh ? undefined : "no-answer");
  };
  const check = async (passkey: Made): Promise<void> => {
    const kept = await keepPasskey(passkey);
    if (kept.ok) return onMade();
    setMade(undefined);
    setFailed(kept.reason);
  };
  return (
    <>
      <p className="prose">{made ? t("passkey.madeText") : t("passkey.text")}</p>
      {!made && <Notice tone="caution">{t("passkey.alone")}</Notice>}
      {failed && !task.isPending && (
        <Notice tone="caution" live="alert">
          {t(`passkey.failed.${failed}`)}
        </Notice>
      )}
      {task.problem && <TaskOutcome task={task} done="" />}
      <BottomBar>
        <Button
          variant="main"
          icon={<Fingerprint aria-hidden="true" />}
          isPending={task.isPending}
          onClick={() => void task.run(() => (made ? check(made) : make()))}
        >
          {made ? t("passkey.check") : t("passkey.make")}
        </Button>
      </BottomBar>
    </>
  );
}
