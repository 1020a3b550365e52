import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { changeSettings } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import { changePassphrase, changePin } from "../../app/secrets.ts";
import { ChoosePin } from "../start/ChoosePin.tsx";
import { ChooseWords } from "../start/ChooseWords.tsx";
import { RecoverySheet } from "../start/RecoverySheet.tsx";
import { Confirmed, Done } from "./Confirmed.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

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
