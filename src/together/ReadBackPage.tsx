import { Ask } from "../ui/Ask.tsx";
import { Button } from "../ui/Button.tsx";
import type { TogetherSession } from "./session.ts";
import type { FamilyWords } from "./words.ts";

type Props = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly text: string;
  readonly onRight: () => void;
  readonly onChange: () => void;
  readonly onStop: () => void;
};

/** What the worker wrote down is read back to whose words they are: "Klopt dit?" */
export function ReadBackPage({ session, words, text, onRight, onChange, onStop }: Props) {
  return (
    <Ask
      lang={words.language}
      dir={words.dir}
      who={session.person.name}
      question={words.say("readBack")}
      second={words.second("readBack")}
      stop={<Button onClick={onStop}>{words.say("stop")}</Button>}
      actions={
        <>
          <Button onClick={onChange}>{words.say("readBackChange")}</Button>
          <Button variant="main" onClick={onRight}>
            {words.say("yes")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{words.voiced("wroteDown")}</p>
        <blockquote className="together-quote keep-lines" dir="auto">
          {text}
        </blockquote>
      </div>
    </Ask>
  );
}
