import type { How } from "../../commands/door.ts";
import type { CaseFile, Head } from "../../domain/casefile.ts";
import { isWorkerVoice } from "../../domain/sight.ts";

/** Only who may see every one of them may see what was made of all. */
function sharedAudience(heads: readonly Head[]): Pick<How, "audience"> {
  const [first, ...others] = heads.map(({ audience }) => audience ?? []);
  const all = (first ?? []).filter((person) => others.every((one) => one.includes(person)));
  return all.length > 0 ? { audience: all } : {};
}

/**
 * What somebody of the family said stays in that one's words, as they came and in their visit, whichever worker chooses it;
 * and is seen by whom it was for. Of two workers' words the one who chooses is the voice.
 */
export function howChosen(file: CaseFile, head: Head): How {
  if (isWorkerVoice(file, head.voice)) return sharedAudience([head]);
  const { voice, means, visit } = head;
  return { voice, means, ...(visit ? { visit } : {}), ...sharedAudience([head]) };
}

/** Put together by a worker: still one person's words where all were, and else the worker's. */
export function howCombined(file: CaseFile, heads: readonly Head[]): How {
  const [voice, ...others] = new Set(heads.map((head) => head.voice));
  const isOnePerson = voice !== undefined && others.length === 0 && !isWorkerVoice(file, voice);
  return { ...(isOnePerson ? { voice, means: "told" as const } : {}), ...sharedAudience(heads) };
}
