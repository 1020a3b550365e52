import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeSettings } from "../../app/families.ts";
import { useApp } from "../../app/useApp.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { LockFrame } from "../lock/LockFrame.tsx";
import { RecoverySheet } from "./RecoverySheet.tsx";
import { ScopeStatement } from "./ScopeStatement.tsx";
import { StepMark } from "./StepMark.tsx";

/** The last two steps of setting up. Whoever stopped before them finds them again after unlocking. */
export function SetUpRest() {
  const isSheetKept = useApp((state) => state.settings?.sheetKept ?? false);
  return isSheetKept ? <ScopeStep /> : <SheetStep />;
}

function SheetStep() {
  const { t } = useTranslation("start");
  return (
    <LockFrame title={t("sheet.heading")} lead={t("sheet.lead")} before={<StepMark step={4} />}>
      <RecoverySheet onKept={() => void changeSettings({ sheetKept: true })} doneLabel={t("next")} />
    </LockFrame>
  );
}

function ScopeStep() {
  const { t } = useTranslation(["start", "instruments"]);
  const [isRead, setRead] = useState(false);
  const [isAsked, setAsked] = useState(false);
  return (
    <LockFrame title={t("scope.title")} lead={t("scope.lead")} before={<StepMark step={5} />}>
      <ScopeStatement />
      <Tick label={t("instruments:scope-statement.items.has-read")} isTicked={isRead} onTick={setRead} />
      {isAsked && !isRead && (
        <Notice tone="caution" live="alert">
          {t("scope.needed")}
        </Notice>
      )}
      <BottomBar>
        <Button
          variant="main"
          onClick={() => (isRead ? void changeSettings({ scopeRead: true }) : setAsked(true))}
        >
          {t("scope.done")}
        </Button>
      </BottomBar>
    </LockFrame>
  );
}
