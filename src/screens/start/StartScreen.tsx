import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { chooseLanguage } from "../../app/language.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { isReviewed, workerLanguages } from "../../i18n/languages.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { CardButton } from "../../ui/Card.tsx";
import { LanguageList } from "../../ui/LanguageList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { LockFrame } from "../lock/LockFrame.tsx";
import { changeSetUpDraft, type SetUpStep, useSetUpDraft } from "./setUpDraft.ts";
import { usePractice } from "./usePractice.ts";

// Whoever only looks around, and whoever unlocks, needs none of this: the first screen is there sooner.
const SetUpSteps = lazy(async () => ({ default: (await import("./SetUpSteps.tsx")).SetUpSteps }));

const to = (step: SetUpStep) => (): void => changeSetUpDraft({ step });

/** The first start: language, then a look around or setting up. What follows the PIN is `SetUpRest`. */
export function StartScreen() {
  const { step } = useSetUpDraft();
  switch (step) {
    case "language":
      return <LanguageStep />;
    case "way":
      return <WayStep />;
    case "practice":
      return <PracticeStep />;
    case "name":
    case "words":
    case "pin":
      return <SetUpSteps />;
  }
}

function LanguageStep() {
  const { t } = useTranslation("start");
  const language = useApp((state) => state.language);
  const languages = workerLanguages.map((one) => ({
    ...one,
    second: isReviewed(one.code) ? undefined : t("language.notReviewed"),
  }));
  return (
    <LockFrame title={t("welcome.title")} lead={t("welcome.lead")}>
      <LanguageList
        label={t("language.label")}
        languages={languages}
        value={language}
        onPick={chooseLanguage}
      />
      <BottomBar>
        <Button variant="main" onClick={to("way")}>
          {t("next")}
        </Button>
      </BottomBar>
    </LockFrame>
  );
}

function WayStep() {
  const { t } = useTranslation("start");
  const { pathname } = useLocation();
  const isLink = pathname === paths.joinAgency || pathname === paths.newAgency;
  return (
    <LockFrame title={t("way.title")} lead={t("way.lead")}>
      {isLink && <Notice>{t("way.link")}</Notice>}
      <div className="cards">
        <CardButton
          title={t("way.practice.title")}
          text={t("way.practice.text")}
          tone="dashed"
          onClick={to("practice")}
        />
        <CardButton title={t("way.setUp.title")} text={t("way.setUp.text")} onClick={to("name")} />
      </div>
      <p className="soft prose">{t("way.backup")}</p>
      <BottomBar start={<Button onClick={to("language")}>{t("back")}</Button>}>{null}</BottomBar>
    </LockFrame>
  );
}

function PracticeStep() {
  const { t } = useTranslation("start");
  const practice = usePractice();
  return (
    <LockFrame title={t("practice.title")} lead={t("practice.lead")}>
      <div className="stack">
        <Notice title={t("practice.keyTitle")}>{t("practice.key")}</Notice>
        <p className="prose">{t("practice.pin")}</p>
        {practice.problem && (
          <Notice tone="caution" live="alert">
            {t(`lock:problems.${practice.problem}`)}
          </Notice>
        )}
      </div>
      <BottomBar start={<Button onClick={to("way")}>{t("back")}</Button>}>
        <Button variant="main" isPending={practice.isPending} onClick={practice.open}>
          {practice.isPending ? t("practice.busy") : t("practice.open")}
        </Button>
      </BottomBar>
    </LockFrame>
  );
}
