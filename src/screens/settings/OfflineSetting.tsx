import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { checkOffline, type OfflineCheck } from "../../app/offlineCheck.ts";
import { useApp } from "../../app/useApp.ts";
import { loadEverything } from "../../i18n/setUp.ts";
import { namespacesOf } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SettingPart } from "./SettingPart.tsx";

type Result = OfflineCheck & { readonly words: boolean };

/** How long a new version is let come before it is looked again, in milliseconds. */
const againMillis = 3000;

const isReady = ({ worker, files, words }: Result): boolean =>
  worker === "active" && files !== undefined && files.missing.length === 0 && words;

/** "Offline klaar": looks by itself whether everything that a visit needs is on this device. */
export function OfflineSetting() {
  const { t, i18n } = useTranslation("settings");
  const isUpdateWaiting = useApp((state) => state.updateWaiting);
  const [result, setResult] = useState<Result>();
  const look = useCallback(async () => {
    await loadEverything(i18n).catch(() => undefined);
    const names = namespacesOf("nl");
    const words = names.every((name) => i18n.hasLoadedNamespace(name));
    setResult({ ...(await checkOffline()), words });
  }, [i18n]);
  useEffect(() => void look(), [look]);
  const isNewerComing = result?.isNewerComing ?? false;
  useEffect(() => {
    if (!isNewerComing) return undefined;
    const timer = setInterval(() => void look(), againMillis);
    return () => clearInterval(timer);
  }, [isNewerComing, look]);
  const lookAgain = (): void => {
    setResult(undefined);
    void look();
  };
  return (
    <SettingPart title={t("parts.offline.title")} lead={t("offline.lead")}>
      {result ? <Findings result={result} /> : <p role="status">{t("offline.busy")}</p>}
      {isNewerComing && <Notice live="status">{t("offline.newerComing")}</Notice>}
      {isUpdateWaiting && <Notice>{t("offline.update")}</Notice>}
      <div className="row">
        <Button onClick={lookAgain}>{t("offline.again")}</Button>
      </div>
    </SettingPart>
  );
}

function Findings({ result }: { readonly result: Result }) {
  const { t } = useTranslation("settings");
  const { worker, files, words } = result;
  const ready = isReady(result);
  const missing = files?.missing.length ?? 0;
  return (
    <>
      <Notice
        tone={ready ? "good" : "caution"}
        live="status"
        title={ready ? t("offline.ready") : t("offline.notReady")}
      >
        {ready ? t("offline.readyText") : t("offline.notReadyText")}
      </Notice>
      <DefinitionList
        rows={[
          { term: t("offline.worker"), text: t(`offline.workerIs.${worker}`) },
          {
            term: t("offline.files"),
            text: files
              ? t("offline.filesHere", { here: files.needed - missing, needed: files.needed })
              : t("offline.filesUnknown"),
          },
          { term: t("offline.words"), text: words ? t("offline.wordsHere") : t("offline.wordsNot") },
        ]}
      />
    </>
  );
}
