import { useState } from "react";
import { inputOf } from "../domain/instrument.ts";
import { listOf } from "../i18n/formats.ts";
import { firstLanguage } from "../i18n/languages.ts";
import { QuestionControl } from "../instrument/QuestionControl.tsx";
import { fieldOf, type Question, questionText } from "../instrument/questions.ts";
import { familyWords } from "../instrument/words.ts";
import { Ask } from "../ui/Ask.tsx";
import { Button } from "../ui/Button.tsx";
import { ReadBackPage } from "./ReadBackPage.tsx";
import type { TogetherSession, TogetherTool } from "./session.ts";
import { useSpeech } from "./speech.ts";
import type { FamilyWords } from "./words.ts";

type Props = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly tool: TogetherTool;
  readonly question: Question;
  readonly count: { readonly n: number; readonly total: number };
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly onStop: () => void;
};

/** Can this be told, and the worker write it? */
function isOpen({ show, group, item, aspect }: Question): boolean {
  if (show === "rows" || show === "cards") return true;
  if (!item || aspect || show === "read") return false;
  const input = inputOf(group, item);
  return input === "longText" || input === "text";
}

/** One question: the person's language large, Dutch beneath; "Stop" at the far side of "Verder". */
export function QuestionPage(props: Props) {
  const { session, words, tool, question, count, onBack, onNext, onStop } = props;
  const [isTold, setTold] = useState(false);
  const [isReadBack, setReadBack] = useState(false);
  const speech = useSpeech(words.language);
  const wordsIn = (language: string) => {
    const name = listOf(language, tool.about);
    const needs = { language, voice: words.voice, name, worker: session.worker };
    return familyWords(words.i18n, tool.host.instrument, needs);
  };
  const own = wordsIn(words.language);
  const dutch = wordsIn(firstLanguage);
  const { text, about } = questionText(question, own);
  const second = words.language === firstLanguage ? undefined : questionText(question, dutch).text;
  const field = fieldOf(question);
  const written = field === undefined ? undefined : tool.host.value(field);
  const tell = (told: boolean): void => {
    setTold(told);
    session.setMeans(told ? "told" : "self");
  };
  const leaveQuestion = (go: () => void): void => {
    tell(false);
    setReadBack(false);
    speech.stop();
    go();
  };
  const next = (): void => {
    if (isTold && !isReadBack && typeof written === "string" && written !== "") setReadBack(true);
    else leaveQuestion(onNext);
  };
  if (isReadBack && typeof written === "string") {
    return (
      <ReadBackPage
        session={session}
        words={words}
        text={written}
        onRight={() => leaveQuestion(onNext)}
        onChange={() => setReadBack(false)}
      />
    );
  }
  return (
    <Ask
      lang={words.language}
      dir={words.dir}
      who={session.person.name}
      progress={<span className="soft small">{words.say("oneOfMany", count)}</span>}
      question={text}
      second={second === undefined ? undefined : { text: second, lang: firstLanguage }}
      extra={
        isOpen(question) && (
          <Button aria-pressed={isTold} onClick={() => tell(!isTold)}>
            {words.say("tellWorker", { worker: session.worker })}
          </Button>
        )
      }
      stop={<Button onClick={() => leaveQuestion(onStop)}>{words.say("stop")}</Button>}
      actions={
        <>
          {speech.isPossible && (
            <Button onClick={() => (speech.isSpeaking ? speech.stop() : speech.speak(text))}>
              {words.say(speech.isSpeaking ? "readAloudStop" : "readAloud")}
            </Button>
          )}
          {onBack && <Button onClick={() => leaveQuestion(onBack)}>{words.say("back")}</Button>}
          <Button variant="main" onClick={next}>
            {words.say("next")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {about && <p className="soft">{about}</p>}
        {isTold && <p className="soft">{words.voiced("workerWrites", { worker: session.worker })}</p>}
        <QuestionControl question={question} host={tool.host} words={own} />
      </div>
    </Ask>
  );
}
