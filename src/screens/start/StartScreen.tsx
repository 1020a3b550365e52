import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { chooseLanguage } from "../../app/language.ts";
import { paths } from "../../app/paths.ts";
import { problemOf } from "../../app/problemOf.ts";
import { setUp } from "../../app/start.ts";
import { useApp } from "../../app/useApp.ts";
import { isReviewed, workerLanguages } from "../../i18n/languages.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { CardButton } from "../../ui/Card.tsx";
import { LanguageList } from "../../ui/LanguageList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { LockFrame } from "../lock/LockFrame.tsx";
import { ChoosePin } from "./ChoosePin.tsx";
import { ChooseWords } from "./ChooseWords.tsx";
import { StepMark } from "./StepMark.tsx";
import { changeSetUpDraft, forgetSetUpDraft, type SetUpStep, useSetUpDraft } from "./setUpDraft.ts";
import { usePractice } from "./usePractice.ts";

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
      return <NameStep />;
    case "words":
      return <WordsStep />;
    case "pin":
      return <PinStep />;
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
  return (
    <LockFrame title={t("way.title")} lead={t("way.lead")} width="wide">
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
      <div className="row">
        <Button variant="quiet" onClick={to("language")}>
          {t("back")}
        </Button>
      </div>
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

function NameStep() {
  const { t } = useTranslation("start");
  const { name } = useSetUpDraft();
  const [isAsked, setAsked] = useState(false);
  const isEmpty = name.trim() === "";
  const goOn = (): void => {
    setAsked(true);
    if (!isEmpty) changeSetUpDraft({ step: "words" });
  };
  return (
    <LockFrame title={t("name.title")} lead={t("name.lead")} before={<StepMark step={1} />}>
      <TextField
        label={t("name.label")}
        description={t("name.hint")}
        error={isAsked && isEmpty ? t("name.needed") : undefined}
        autoCapitalize="words"
        maxLength={80}
        autoFocus
        value={name}
        onValue={(text) => changeSetUpDraft({ name: text })}
        onEnter={goOn}
      />
      <BottomBar start={<Button onClick={to("way")}>{t("back")}</Button>}>
        <Button variant="main" onClick={goOn}>
          {t("next")}
        </Button>
      </BottomBar>
    </LockFrame>
  );
}

function WordsStep() {
  const { t } = useTranslation("start");
  const { words } = useSetUpDraft();
  return (
    <LockFrame title={t("words.title")} lead={t("words.lead")} before={<StepMark step={2} />}>
      <ChooseWords
        words={words}
        onDrawn={(drawn) => changeSetUpDraft({ words: drawn })}
        onBack={to("name")}
        onChosen={async (chosen) => changeSetUpDraft({ words: chosen, step: "pin" })}
      />
    </LockFrame>
  );
}

function PinStep() {
  const { t } = useTranslation("start");
  const { name, words } = useSetUpDraft();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const make = async (pin: string): Promise<void> => {
    if (!words) return;
    setPending(true);
    try {
      await setUp({ words, pin, workerName: name });
      forgetSetUpDraft();
      // A reload long ago may have left an address of data that is no more.
      if (location.pathname === "/") void navigate(paths.families, { replace: true });
    } catch (error) {
      setProblem(problemOf(error));
      setPending(false);
    }
  };
  return (
    <LockFrame title={t("pin.title")} lead={t("pin.lead")} before={<StepMark step={3} />}>
      {problem && (
        <Notice tone="caution" live="alert">
          {t(`lock:problems.${problem}`)}
        </Notice>
      )}
      <ChoosePin isPending={isPending} onChosen={(pin) => void make(pin)} />
      <BottomBar start={<Button onClick={to("words")}>{t("back")}</Button>}>{null}</BottomBar>
    </LockFrame>
  );
}
