import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { problemOf } from "../../app/problemOf.ts";
import { setUp } from "../../app/start.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { LockFrame } from "../lock/LockFrame.tsx";
import { ChoosePin } from "./ChoosePin.tsx";
import { ChooseWords } from "./ChooseWords.tsx";
import { StepMark } from "./StepMark.tsx";
import { changeSetUpDraft, forgetSetUpDraft, type SetUpStep, useSetUpDraft } from "./setUpDraft.ts";

const to = (step: SetUpStep) => (): void => changeSetUpDraft({ step });

/** The steps before there is a vault: name, words, PIN. */
export function SetUpSteps() {
  const { step } = useSetUpDraft();
  if (step === "pin") return <PinStep />;
  return step === "words" ? <WordsStep /> : <NameStep />;
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
