import type { ReactNode } from "react";
import type { ToolWords } from "./words.ts";

/** The same words in the second language, marked as such; nothing where there is none. */
export function secondOf(words: ToolWords, say: (second: ToolWords) => string): ReactNode {
  const { second } = words;
  if (!second) return undefined;
  return (
    <span lang={second.language} dir="ltr">
      {say(second)}
    </span>
  );
}

/** Words with the second language small beneath them. */
export function inBoth(words: ToolWords, say: (words: ToolWords) => string): ReactNode {
  if (!words.second) return say(words);
  return (
    <>
      {say(words)}
      <span className="second-words">{secondOf(words, say)}</span>
    </>
  );
}
