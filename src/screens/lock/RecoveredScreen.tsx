import { useTranslation } from "react-i18next";
import { changePassphrase } from "../../app/secrets.ts";
import { ChooseWords } from "../start/ChooseWords.tsx";
import { LockFrame } from "./LockFrame.tsx";

/** Opened with the sheet: the forgotten words are replaced before the work goes on. */
export function RecoveredScreen() {
  const { t } = useTranslation("lock");
  return (
    <LockFrame title={t("recovered.title")} lead={t("recovered.lead")}>
      <ChooseWords onChosen={changePassphrase} />
    </LockFrame>
  );
}
