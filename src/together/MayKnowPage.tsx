import { useState } from "react";
import { Ask } from "../ui/Ask.tsx";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Ticks } from "../ui/Ticks.tsx";
import { Line } from "./pages.tsx";
import type { TogetherSession } from "./session.ts";
import type { FamilyWords } from "./words.ts";

type Props = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly onNext: () => void;
  readonly onStop: () => void;
};

/** Nobody but workers, unless it is said here: stands as an answer of its own. */
const onlyWorker = "only-worker";
const somebodyElse = "somebody-else";

/** "Wie mag dit weten?" Nothing is preselected; whoever chooses nobody tells the workers only. */
export function MayKnowPage({ session, words, onNext, onStop }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const name = session.useSomebodyElse();
  const key = `whoMayKnow.${words.voice}`;
  const options = [
    ...session.listeners.map((one) => ({ value: one.id as string, label: one.name })),
    { value: somebodyElse, label: words.say("mayKnow.someoneElse") },
    { value: onlyWorker, label: words.say("mayKnow.onlyWorker") },
  ];
  const tick = (value: string, isTicked: boolean): void => {
    setChosen((now) => {
      if (value === onlyWorker) return isTicked ? [onlyWorker] : [];
      const rest = now.filter((one) => one !== value && one !== onlyWorker);
      return isTicked ? [...rest, value] : rest;
    });
  };
  const finish = async (): Promise<void> => {
    setBusy(true);
    const persons = session.listeners.map((one) => [one.id, chosen.includes(one.id)] as const);
    await session.allowSight(chosen.length === 0 ? {} : Object.fromEntries(persons));
    if (chosen.includes(somebodyElse) && name.value.trim() !== "") name.onDone(name.value);
    onNext();
  };
  return (
    <Ask
      lang={words.language}
      dir={words.dir}
      who={session.person.name}
      question={words.say(key)}
      second={words.second(key)}
      stop={<Button onClick={onStop}>{words.say("stop")}</Button>}
      actions={
        <Button variant="main" isPending={isBusy} onClick={() => void finish()}>
          {words.say("next")}
        </Button>
      }
    >
      <div className="together-lines together-choice">
        <Ticks label={words.say(key)} isLabelHidden options={options} values={chosen} onTick={tick} />
        {chosen.includes(somebodyElse) && (
          <TextField grows label={words.say("someoneElseWho")} value={name.value} onValue={name.onValue} />
        )}
        <Line words={words} line={`whoMayKnowText.${words.voice}`} values={{ worker: session.worker }} />
      </div>
    </Ask>
  );
}
