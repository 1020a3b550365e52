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

type FrameProps = {
  readonly words: FamilyWords;
  readonly who?: string;
  /** Key of the main sentence; `voiced` keys have one for a parent and one for a child. */
  readonly title: string;
  readonly voiced?: boolean;
  readonly values?: { readonly [key: string]: string };
  readonly children?: ReactNode;
  readonly actions: ReactNode;
};

/** A page between questions: one sentence, in two languages where the person's is not Dutch. */
function Frame({ words, who, title, voiced, values, children, actions }: FrameProps) {
  const key = voiced ? `${title}.${words.voice}` : title;
  return (
    <Ask
      lang={words.language}
      dir={words.dir}
      who={who}
      question={<Said words={words} line={key} values={values} />}
      second={words.second(key, values)}
      actions={actions}
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
    <Frame
      words={words}
      title="neutral.title"
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("neutral.ready")}
        </Button>
      }
    >
      <div className="together-lines">
        <Line words={words} line="forPerson" values={{ name: session.person.name }} />
        <Line words={words} line="neutral.text" />
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
    <Frame
      words={words}
      title="welcome"
      voiced
      values={values}
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("start")}
        </Button>
      }
    >
      <div className="together-lines">
        <Line words={words} line={`welcomeText.${words.voice}`} />
        {!isReviewed && <Line words={words} line="unreviewed" />}
      </div>
    </Frame>
  );
}

export function StoppedPage({ session, words, onNext }: PageProps) {
  return (
    <Frame
      words={words}
      title="stopped"
      voiced
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("done")}
        </Button>
      }
    >
      <div className="together-lines">
        {session.next === undefined && (
          <Line words={words} line="handBack" values={{ worker: session.worker }} />
        )}
      </div>
    </Frame>
  );
}

export function ThanksPage({ session, words, onNext }: PageProps) {
  return (
    <Frame
      words={words}
      title="thanks"
      voiced
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("done")}
        </Button>
      }
    >
      <div className="together-lines">
        <Line words={words} line={`thanksText.${words.voice}`} />
        {session.next === undefined && (
          <Line words={words} line="handBack" values={{ worker: session.worker }} />
        )}
      </div>
    </Frame>
  );
}

/** What can and cannot stay between the two: said before asking who may know. */
export function SecretsPage({ session, words, onNext }: PageProps) {
  const values = { worker: session.worker };
  return (
    <Frame
      words={words}
      title="secrets.title"
      voiced
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("secrets.understood")}
        </Button>
      }
    >
      <div className="together-lines">
        <Line words={words} line={`secrets.text.${words.voice}`} values={values} />
        <Line words={words} line={`secrets.promise.${words.voice}`} values={values} />
      </div>
    </Frame>
  );
}

/** After red no more questions: the person's own card, or somebody who helps. */
export function AfterRedPage({ session, words, onNext }: PageProps) {
  const hasCard = session.ownCard.length > 0;
  const values = { worker: session.worker };
  return (
    <Frame
      words={words}
      title={hasCard ? "afterRed.card" : "afterRed.title"}
      voiced={hasCard}
      actions={
        <Button variant="main" onClick={onNext}>
          {words.say("done")}
        </Button>
      }
    >
      {hasCard ? (
        <ol className="together-card">
          {session.ownCard.map((line) => (
            <li key={line} dir="auto">
              {line}
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
