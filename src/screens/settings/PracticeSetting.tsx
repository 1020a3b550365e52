import { useTranslation } from "react-i18next";
import { leavePractice } from "../../app/ownWorld.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { usePractice } from "../start/usePractice.ts";
import { SettingPart } from "./SettingPart.tsx";

/** In and out of the practice family, each in one tap. Out is gone: its key was in this page. */
export function PracticeSetting() {
  const { t } = useTranslation(["settings", "lock"]);
  const isPractice = useApp((state) => state.world === "practice");
  const practice = usePractice();
  return (
    <SettingPart title={t("parts.practice.title")} lead={t("practice.lead")}>
      <p className="prose">{isPractice ? t("practice.leaveText") : t("practice.openText")}</p>
      {practice.problem && (
        <Notice tone="caution" live="alert">
          {t(`lock:problems.${practice.problem}`)}
        </Notice>
      )}
      <div className="row">
        {isPractice ? (
          <Button variant="main" onClick={() => void leavePractice()}>
            {t("practice.leave")}
          </Button>
        ) : (
          <Button variant="main" isPending={practice.isPending} onClick={practice.open}>
            {practice.isPending ? t("practice.busy") : t("practice.open")}
          </Button>
        )}
      </div>
    </SettingPart>
  );
}
