import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawWords, isSamePassphrase, normalized } from "../../app/passphrase.ts";
import { problemOf } from "../../app/problemOf.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import "./start.css";

type Props = {
  /** Words drawn before, where a screen keeps them. */
  readonly words?: readonly string[] | undefined;
  readonly onDrawn?: (words: readonly string[]) => void;
  readonly onBack?: (() => void) | undefined;
  /** After they were typed over without a mistake. */
  readonly onChosen: (words: readonly string[]) => Promise<void>;
};

/** Five words, drawn by the device: shown large, drawn again on request, and then typed from the paper. */
export function ChooseWords({ words: given, onDrawn, onBack, onChosen }: Props) {
  const { t } = useTranslation("start");
  const [own, setOwn] = useState<readonly string[]>();
  const [isTyping, setTyping] = useState(false);
  const words = given ?? own;
  const keep = (drawn: readonly string[]): void => {
    setOwn(drawn);
    onDrawn?.(drawn);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once, when there are none yet
  useEffect(() => {
    if (!words) void drawWords().then(keep);
  }, []);
  if (!words) return null;
  if (isTyping) return <TypeWords words={words} onBack={() => setTyping(false)} onChosen={onChosen} />;
  return (
    <>
      <WordsShown words={words} />
      <p className="prose">{t("words.write")}</p>
      <div className="row">
        <Button onClick={() => void drawWords().then(keep)}>{t("words.other")}</Button>
      </div>
      <BottomBar start={onBack && <Button onClick={onBack}>{t("back")}</Button>}>
        <Button variant="main" onClick={() => setTyping(true)}>
          {t("words.written")}
        </Button>
      </BottomBar>
    </>
  );
}

/** Large, one under the other, in an order that cannot be mistaken. */
export function WordsShown({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation("start");
  return (
    <ol className="start-words" aria-label={t("words.label")} lang="nl" dir="ltr">
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may be drawn twice; its place is what it is
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}

type TypeProps = {
  readonly words: readonly string[];
  readonly onBack: () => void;
  readonly onChosen: (words: readonly string[]) => Promise<void>;
};

function TypeWords({ words, onBack, onChosen }: TypeProps) {
  const { t } = useTranslation("start");
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const check = async (): Promise<void> => {
    if (!isSamePassphrase(typed, words))
      return setError(t("confirm.wrong", { word: firstWrong(typed, words) }));
    setPending(true);
    await onChosen(words).catch((failure: unknown) => setError(t(`lock:problems.${problemOf(failure)}`)));
    setPending(false);
  };
  return (
    <>
      <PassphraseField
        label={t("confirm.label")}
        description={t("confirm.hint")}
        labels={{ show: t("confirm.show"), hide: t("confirm.hide") }}
        value={typed}
        onValue={setTyped}
        onEnter={() => void check()}
        autoFocus
      />
      {error && (
        <Notice tone="caution" live="alert">
          {error}
        </Notice>
      )}
      <BottomBar start={<Button onClick={onBack}>{t("confirm.back")}</Button>}>
        <Button variant="main" isPending={isPending} onClick={() => void check()}>
          {t("next")}
        </Button>
      </BottomBar>
    </>
  );
}

/** Which word to look at, counted from 1. */
function firstWrong(typed: string, words: readonly string[]): number {
  const parts = normalized(typed).split(" ");
  const wanted = normalized(words.join(" ")).split(" ");
  const at = wanted.findIndex((word, index) => word !== parts[index]);
  return at < 0 ? words.length : at + 1;
}
