import { type ReactNode, useEffect, useRef, useState } from "react";
import type { RecordId } from "../domain/ids.ts";
import { inputOf } from "../domain/instrument.ts";
import { listOf } from "../i18n/formats.ts";
import { firstLanguage } from "../i18n/languages.ts";
import { QuestionControl } from "../instrument/QuestionControl.tsx";
import { type Question, questionText } from "../instrument/questions.ts";
import { familyWords, type ToolWords } from "../instrument/words.ts";
import { Ask } from "../ui/Ask.tsx";
import { Button } from "../ui/Button.tsx";
import { About } from "./About.tsx";
import { Untranslated } from "./pages.tsx";
import { ReadBackPage } from "./ReadBackPage.tsx";
import type { TogetherSession, TogetherTool } from "./session.ts";
import { useSpeech } from "./speech.ts";
import { isQuestionTranslated } from "./translated.ts";
import type { FamilyWords } from "./words.ts";
import { writtenAt } from "./written.ts";

type Props = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly tool: TogetherTool;
  readonly question: Question;
  readonly count: { readonly n: number; readonly total: number };
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly onStop: () => void;
  readonly onRow: (row: RecordId | undefined) => void;
};

/** Can this be told, and the worker write it? */
function isOpen({ show, group, item, aspect }: Question): boolean {
  if (show === "cards") return true;
  if (!item || aspect || show === "read") return false;
  const input = inputOf(group, item);
  return input === "longText" || input === "text";
}

/** More characters than this are several sentences. */
const longQuestion = 80;

/** How long words that were just written may take to be stored, in milliseconds. */
const storedMillis = 700;

/** The last words are stored only after the tap that asks to read them back; where none come, there is nothing to read. */
function useNothingToRead(isWaiting: boolean, onNothing: () => void): void {
  const latest = useRef(onNothing);
  useEffect(() => {
    latest.current = onNothing;
  });
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => latest.current(), storedMillis);
    return () => clearTimeout(timer);
  }, [isWaiting]);
}

type OwnProps = { readonly words: ToolWords; readonly isMarked: boolean; readonly children: ReactNode };

/** Dutch on the screen of somebody who chose another language is marked as Dutch. */
function InOwn({ words, isMarked, children }: OwnProps) {
  if (!isMarked) return children;
  return (
    <span lang={words.language} dir="ltr">
      {children}
    </span>
  );
}

type SentencesProps = { readonly text: string; readonly isLong: boolean };

/** Two short sentences stand on two lines: what is asked does not hang behind what it is asked about. */
function Sentences({ text, isLong }: SentencesProps) {
  if (isLong) return text;
  return text.split(/(?<=[.!?؟]) /u).map((sentence) => (
    <span key={sentence} className="together-sentence">
      {sentence}{" "}
    </span>
  ));
}

/** One question: the person's language large, Dutch beneath; "Stop" at the far side of "Verder". */
export function QuestionPage(props: Props) {
  const { session, words, tool, question, count, onBack, onNext, onStop, onRow } = props;
  const [isReadBack, setReadBack] = useState(false);
  const speech = useSpeech(words.language);
  const wordsIn = (language: string) => {
    const name = listOf(language, tool.about);
    const needs = { language, voice: words.voice, name, worker: session.worker };
    return familyWords(words.i18n, tool.host.instrument, needs);
  };
  const { instrument } = tool.host;
  const isTold = session.place?.isTold === true;
  const isList = question.show === "rows";
  // Of a tool that lies there in part, its name would promise what is not asked.
  const isNamed = tool.items === undefined;
  const isOwn = isQuestionTranslated(words.i18n, words.language, instrument, question, words.voice);
  const dutch = wordsIn(firstLanguage);
  const isDutch = !isOwn || words.language === firstLanguage;
  const own = isDutch ? dutch : { ...wordsIn(words.language), second: dutch };
  const { text } = questionText(question, own);
  const isLong = text.length > longQuestion;
  const leaving = useRef<(() => void) | undefined>(undefined);
  const written = writtenAt(tool, question, session.visit);
  const tell = (told: boolean): void => {
    if (session.place) session.keepPlace({ ...session.place, isTold: told });
  };
  const leaveQuestion = (go: () => void): void => {
    setReadBack(false);
    speech.stop();
    go();
  };
  const next = (): void => {
    leaving.current?.();
    if (isTold && isOpen(question)) setReadBack(true);
    else leaveQuestion(onNext);
  };
  useNothingToRead(isReadBack && written === "", () => leaveQuestion(onNext));
  if (isReadBack && written !== "") {
    return (
      <ReadBackPage
        session={session}
        words={words}
        text={written}
        onStop={() => leaveQuestion(onStop)}
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
      progress={
        <span className="soft small">
          {/* A new subject is named: the same question may stand at the end of one and at the beginning of the next. */}
          {isNamed && (
            <span className="together-subject">
              <InOwn words={own} isMarked={!isOwn}>
                {own.title}
              </InOwn>
            </span>
          )}
          {isNamed && !isList && <span className="together-dot"> · </span>}
          {!isList && <span className="together-count">{words.say("oneOfMany", count)}</span>}
        </span>
      }
      question={
        <InOwn words={own} isMarked={!isOwn}>
          <Sentences text={text} isLong={isLong} />
        </InOwn>
      }
      isLong={isLong}
      second={isDutch ? undefined : { text: questionText(question, dutch).text, lang: firstLanguage }}
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
            {words.say(isList ? "done" : "next")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <About tool={tool} question={question} words={own} family={words} />
        {!isOwn && <Untranslated words={words} />}
        {isTold && (
          <p className="soft together-told">{words.voiced("workerWrites", { worker: session.worker })}</p>
        )}
        <QuestionControl question={question} host={tool.host} words={own} onRow={onRow} leaving={leaving} />
      </div>
    </Ask>
  );
}
