import type { ReactNode } from "react";
import { firstLanguage } from "../i18n/languages.ts";
import { Ask } from "../ui/Ask.tsx";
import { Button } from "../ui/Button.tsx";
import type { TogetherSession } from "./session.ts";
import type { FamilyWords } from "./words.ts";

type PageProps = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly onNext: () => void;
};

/** A page on which something is still to come. */
type StoppingProps = PageProps & { readonly onStop: () => void };

type FrameProps = {
  readonly words: FamilyWords;
  /** Key of the main sentence; `voiced` keys have one for a parent and one for a child. */
  readonly title: string;
  readonly voiced?: boolean;
  readonly values?: { readonly [key: string]: string };
  /** Key of the one button, and what it does. */
  readonly next: string;
  readonly onNext: () => void;
  readonly onStop?: () => void;
  /** Lines beneath the sentence, or what stands instead of them. */
  readonly children: ReactNode;
};

/** A page between questions: one sentence and one way on, in two languages where the person's is not Dutch. */
function Frame({ words, title, voiced, values, next, onNext, onStop, children }: FrameProps) {
  const key = voiced ? `${title}.${words.voice}` : title;
  return (
    <Ask
      lang={words.language}
      dir={words.dir}
      question={<Said words={words} line={key} values={values} />}
      second={words.second(key, values)}
      stop={onStop && <Button onClick={onStop}>{words.say("stop")}</Button>}
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say(next)}
        </Button>
      }
    >
      {children}
      {!words.has(key) && <Untranslated words={words} />}
    </Ask>
  );
}

type SaidProps = {
  readonly words: FamilyWords;
  readonly line: string;
  readonly values?: { readonly [key: string]: string } | undefined;
};

/** Words in the person's language; Dutch, and marked as Dutch, where that language lacks them. */
function Said({ words, line, values }: SaidProps) {
  if (words.has(line)) return words.say(line, values);
  return (
    <span lang={firstLanguage} dir="ltr">
      {words.say(line, values)}
    </span>
  );
}

/** "Dit staat er nog niet in deze taal." */
export function Untranslated({ words }: { readonly words: FamilyWords }) {
  return (
    <p className="together-second together-untranslated">
      <Said words={words} line="untranslated" />
    </p>
  );
}

/** A line in the person's language, with Dutch beneath it. */
export function Line({ words, line, values }: SaidProps) {
  const second = words.second(line, values);
  return (
    <div>
      <p>
        <Said words={words} line={line} values={values} />
      </p>
      {second && (
        <p className="together-second" lang={second.lang} dir="ltr">
          {second.text}
        </p>
      )}
    </div>
  );
}

/** Between two persons, and before the first: nothing of anybody is on the screen. */
export function NeutralPage({ session, words, onNext }: PageProps) {
  return (
    <Frame words={words} title="neutral.title" next="neutral.ready" onNext={onNext}>
      <div className="together-lines">
        <Line words={words} line="forPerson" values={{ name: session.person.name }} />
        {/* The button as it stands here, also in the Dutch beneath: who helps looks for that word. */}
        <Line words={words} line="neutral.text" values={{ ready: words.say("neutral.ready") }} />
      </div>
    </Frame>
  );
}

export function WelcomePage({
  session,
  words,
  isReviewed,
  onNext,
}: PageProps & { readonly isReviewed: boolean }) {
  const values = { name: session.person.name };
  return (
    <Frame words={words} title="welcome" voiced values={values} next="start" onNext={onNext}>
      <div className="together-lines">
        <Line words={words} line={`welcomeText.${words.voice}`} />
        {!isReviewed && <Line words={words} line="unreviewed" />}
      </div>
    </Frame>
  );
}

/** Nobody comes after this person: the tablet goes back to the worker. */
function HandBack({ session, words }: Omit<PageProps, "onNext">) {
  if (session.next !== undefined) return null;
  return <Line words={words} line="handBack" values={{ worker: session.worker }} />;
}

export function StoppedPage({ session, words, onNext }: PageProps) {
  return (
    <Frame words={words} title="stopped" voiced next="done" onNext={onNext}>
      <div className="together-lines">
        <HandBack session={session} words={words} />
      </div>
    </Frame>
  );
}

export function ThanksPage({ session, words, onNext }: PageProps) {
  return (
    <Frame words={words} title="thanks" voiced next="done" onNext={onNext}>
      <div className="together-lines">
        <Line words={words} line={`thanksText.${words.voice}`} />
        <HandBack session={session} words={words} />
      </div>
    </Frame>
  );
}

/** What can and cannot stay between the two: said before asking who may know. */
export function SecretsPage({ session, words, onNext, onStop }: StoppingProps) {
  const values = { worker: session.worker };
  return (
    <Frame
      words={words}
      title="secrets.title"
      voiced
      next="secrets.understood"
      onNext={onNext}
      onStop={onStop}
    >
      <div className="together-lines">
        <Line words={words} line={`secrets.text.${words.voice}`} values={values} />
        <Line words={words} line={`secrets.promise.${words.voice}`} values={values} />
      </div>
    </Frame>
  );
}

/** In its own direction, whatever stands around it: first strong isolate, and its end. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** After red no more questions: the person's own card, or somebody who helps. */
export function AfterRedPage({ session, words, onNext }: PageProps) {
  const hasCard = session.ownCard.length > 0;
  const values = { worker: session.worker };
  return (
    <Frame
      words={words}
      title={hasCard ? "afterRed.card" : "afterRed.title"}
      voiced={hasCard}
      next="done"
      onNext={onNext}
    >
      {hasCard ? (
        <ol className="together-card">
          {session.ownCard.map(({ action, withChildren }) => (
            <li key={action}>
              <p dir="auto">{action}</p>
              {withChildren.length > 0 && (
                <Line
                  words={words}
                  line="afterRed.withChildren"
                  values={{ names: withChildren.map(isolated).join(", ") }}
                />
              )}
            </li>
          ))}
        </ol>
      ) : (
        <div className="together-lines">
          <Line words={words} line={`afterRed.noCard.${words.voice}`} values={values} />
        </div>
      )}
    </Frame>
  );
}
