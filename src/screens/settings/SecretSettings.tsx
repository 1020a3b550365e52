import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { changeSettings } from "../../app/families.ts";
import { confirmPassphrase, type Unlocked } from "../../app/lock.ts";
import { paths } from "../../app/paths.ts";
import { changePassphrase, changePin } from "../../app/secrets.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PassphraseForm } from "../lock/PassphraseForm.tsx";
import { ChoosePin } from "../start/ChoosePin.tsx";
import { ChooseWords } from "../start/ChooseWords.tsx";
import { RecoverySheet } from "../start/RecoverySheet.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

/** A tablet that lies open for a moment must not get another owner: the words are asked before they are changed. */
function Confirmed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(["settings", "lock"]);
  const [isSure, setSure] = useState(false);
  if (isSure) return children;
  const attempt = async (passphrase: string): Promise<Unlocked> => {
    const result = await confirmPassphrase(passphrase);
    if (result.ok) setSure(true);
    return result;
  };
  return (
    <>
      <p className="prose">{t("confirm.lead")}</p>
      <PassphraseForm label={t("lock:passphrase.label")} action={t("confirm.action")} attempt={attempt} />
    </>
  );
}

function Done({ words }: { readonly words: string }) {
  const { t } = useTranslation("settings");
  return (
    <>
      <Notice tone="good" live="status">
        {words}
      </Notice>
      <div className="row">
        <ButtonLink to={paths.settings} variant="main">
          {t("back")}
        </ButtonLink>
      </div>
    </>
  );
}

export function PassphraseSetting() {
  const { t } = useTranslation("settings");
  const [isDone, setDone] = useState(false);
  return (
    <SettingPart title={t("parts.passphrase.title")} lead={t("passphrase.lead")}>
      {isDone ? (
        <Done words={t("passphrase.done")} />
      ) : (
        <Confirmed>
          <ChooseWords
            onChosen={async (words) => {
              await changePassphrase(words);
              setDone(true);
            }}
          />
        </Confirmed>
      )}
    </SettingPart>
  );
}

export function PinSetting() {
  const { t } = useTranslation("settings");
  const task = useTask();
  return (
    <SettingPart title={t("parts.pin.title")} lead={t("pin.lead")}>
      {task.isDone ? (
        <Done words={t("pin.done")} />
      ) : (
        <Confirmed>
          <ChoosePin isPending={task.isPending} onChosen={(pin) => void task.run(() => changePin(pin))} />
          <TaskOutcome task={task} done={t("pin.done")} />
        </Confirmed>
      )}
    </SettingPart>
  );
}

export function SheetSetting() {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  return (
    <SettingPart title={t("parts.sheet.title")} lead={t("sheet.lead")}>
      <Confirmed>
        <RecoverySheet
          doneLabel={t("sheet.done")}
          onKept={() => void changeSettings({ sheetKept: true }).then(() => navigate(paths.settings))}
        />
      </Confirmed>
    </SettingPart>
  );
}
