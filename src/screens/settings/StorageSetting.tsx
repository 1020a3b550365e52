import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { askToPersist, readStorageState, type StorageState } from "../../app/storageState.ts";
import { useApp } from "../../app/useApp.ts";
import { numberOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SettingPart } from "./SettingPart.tsx";

/** Where everything is, how much room it has, and whether the browser promises to leave it there. */
export function StorageSetting() {
  const { t } = useTranslation("settings");
  const [state, setState] = useState<StorageState>();
  const isPractice = useApp((app) => app.world === "practice");
  const look = useCallback(() => void readStorageState().then(setState), []);
  useEffect(look, [look]);
  return (
    <SettingPart title={t("parts.storage.title")} lead={t("storage.lead")}>
      {isPractice && <Notice>{t("storage.practice")}</Notice>}
      {state && <StorageFacts state={state} isPractice={isPractice} />}
      <div className="row">
        {state?.persisted === false && !isPractice && (
          <Button variant="main" onClick={() => void askToPersist().then(look)}>
            {t("storage.ask")}
          </Button>
        )}
        <Button onClick={look}>{t("storage.again")}</Button>
        <ButtonLink to={paths.saved}>{t("storage.saved")}</ButtonLink>
      </div>
    </SettingPart>
  );
}

type FactsProps = { readonly state: StorageState; readonly isPractice: boolean };

function StorageFacts({ state, isPractice }: FactsProps) {
  const { t, i18n } = useTranslation(["settings", "lock"]);
  const size = (bytes: number | undefined): string => {
    if (bytes === undefined) return t("storage.unknown");
    const megabytes = bytes / 1_000_000;
    const isLarge = megabytes >= 1000;
    const n = Math.round((isLarge ? megabytes / 1000 : megabytes) * 10) / 10;
    return t(isLarge ? "storage.gigabytes" : "storage.megabytes", { n: numberOf(i18n.language, n) });
  };
  const persisted = state.persisted === undefined ? "unknown" : state.persisted ? "granted" : "refused";
  return (
    <>
      {state.database !== "open" && (
        <Notice tone="caution" live="alert">
          {t(`lock:problems.${state.database}`)}
        </Notice>
      )}
      {persisted === "refused" && !isPractice && <Notice tone="caution">{t("storage.refusedNote")}</Notice>}
      <DefinitionList
        rows={[
          { term: t("storage.persisted"), text: t(`storage.persistedAs.${persisted}`) },
          { term: t("storage.usage"), text: size(state.usage) },
          { term: t("storage.quota"), text: size(state.quota) },
          {
            term: t("storage.database"),
            text: state.database === "open" ? t("storage.open") : t("storage.notOpen"),
          },
        ]}
      />
    </>
  );
}
