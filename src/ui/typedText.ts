import { useCallback, useEffect, useRef, useState } from "react";

export type TypedText = {
  /** What the outside says the text is. */
  readonly value: string;
  /** Every change, so that a draft of it can be kept. */
  readonly onValue?: ((text: string) => void) | undefined;
  /** The text is finished: it was left, or has been still for `idleMillis`. Once per text. */
  readonly onDone?: ((text: string) => void) | undefined;
  readonly idleMillis?: number | undefined;
};

/**
 * The text of a field that is being typed. What is typed wins over late echoes of itself from the outside, so that a slow
 * store never moves the caret, and nothing is put in while an input method composes a character.
 */
export function useTypedText({ value, onValue, onDone, idleMillis }: TypedText) {
  const [text, setText] = useState(value);
  const [seenValue, setSeenValue] = useState(value);
  const [emitted, setEmitted] = useState<readonly string[]>([]);
  const [isComposing, setComposing] = useState(false);
  const [replacements, setReplacements] = useState(0);

  if (value !== seenValue && !isComposing) {
    setSeenValue(value);
    if (value === text) setEmitted([]);
    else if (!emitted.includes(value)) {
      setText(value);
      setEmitted([]);
      setReplacements(replacements + 1);
    }
  }

  const unfinished = useRef<string | undefined>(undefined);
  // What was replaced from the outside is not this person's finished text any more.
  useEffect(() => {
    if (replacements > 0) unfinished.current = undefined;
  }, [replacements]);

  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const finish = useCallback(() => {
    const finished = unfinished.current;
    unfinished.current = undefined;
    if (finished !== undefined) done.current?.(finished);
  }, []);

  useEffect(() => {
    if (idleMillis === undefined || isComposing || unfinished.current !== text) return;
    const timer = setTimeout(finish, idleMillis);
    return () => clearTimeout(timer);
  }, [text, idleMillis, isComposing, finish]);

  // A field that disappears has been left: React sends no blur for it.
  useEffect(() => finish, [finish]);

  const change = (next: string) => {
    unfinished.current = next;
    setText(next);
    setEmitted((before) => [...before.slice(-200), next]);
    onValue?.(next);
  };

  return {
    text,
    change,
    finish,
    composition: {
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
