import { useEffect, useState } from "react";
import { currentWorld } from "../../app/current.ts";
import type { Entry } from "../../domain/entry.ts";
import type { CaseId } from "../../domain/ids.ts";

/** Arrival numbers looked at in one go: entries of all families share them, so a page may hold few of this one. */
const step = 400;

type History = {
  /** Newest arrival first. */
  readonly entries: readonly Entry[];
  /** Has everything been read? Until then filters and "what stood there before" may miss something. */
  readonly isWhole: boolean;
  readonly isBroken: boolean;
};

const nothing: History = { entries: [], isWhole: false, isBroken: false };

/** The journal of one family, opened page by page; `folded` changes when something is written, and reads the new ones. */
export function useHistory(caseId: CaseId, folded: number): History {
  const [history, setHistory] = useState(nothing);

  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const { journal } = currentWorld();
      let before = (await journal.lastArrived(caseId)) + 1;
      const seen: Entry[] = [];
      while (before > 0 && !isGone) {
        const page = await journal.history(caseId, before, step);
        if (isGone) return;
        seen.push(...page.map(({ entry }) => entry));
        before -= step;
        const isWhole = before <= 0 || seen.length >= folded;
        // A second reading, after a new entry, replaces the first only when it holds as much.
        setHistory((known) =>
          isWhole || seen.length > known.entries.length
            ? { entries: [...seen], isWhole, isBroken: false }
            : known,
        );
        if (isWhole) return;
      }
    };
    // A lock in the midst of reading takes the keys away: the page goes then too.
    read().catch(() => !isGone && setHistory((known) => ({ ...known, isBroken: true })));
    return () => {
      isGone = true;
    };
  }, [caseId, folded]);

  return history;
}
