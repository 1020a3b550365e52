import { useCallback, useRef, useState } from "react";
import { appStore } from "../../app/state.ts";
import type { Run as Write } from "../../app/useCase.ts";
import type { How } from "../../commands/door.ts";
import { type Restoring, restoringOf, takeBack } from "../../commands/takeBack.ts";
import type { Entry } from "../../domain/entry.ts";
import type { CaseId } from "../../domain/ids.ts";

/** The last thing that was written here, and what taking it back restores. */
export type LastWrite = { readonly entry: Entry; readonly places: readonly Restoring[] };

export type Undo = {
  /** Writes as the given one does, and remembers what it wrote. */
  readonly write: Write;
  readonly last: LastWrite | undefined;
  /** Why the last write, or taking it back, was refused: a key of the shared words. */
  readonly refused: string | undefined;
  takeBack(): void;
};

/** The last write of one place of work, taken back with one tap: what stood there before is written again. */
export function useUndo(run: Write, caseId: CaseId): Undo {
  const [last, setLast] = useState<LastWrite | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const latest = useRef(0);
  const write: Write = useCallback(
    async (command, args, how) => {
      latest.current += 1;
      const turn = latest.current;
      const before = appStore.getState().files.get(caseId);
      const outcome = await run(command, args, how);
      setRefused(outcome.ok ? undefined : outcome.refused);
      if (before && outcome.ok && outcome.entry && turn === latest.current) {
        const places = restoringOf(before, outcome.entry);
        setLast(places.length > 0 ? { entry: outcome.entry, places } : undefined);
      }
      return outcome;
    },
    [run, caseId],
  );
  const back = (): void => {
    if (!last) return;
    const { entry, places } = last;
    const { voice, means, visit } = entry;
    const how: How = { voice, means, ...(visit ? { visit } : {}) };
    setLast(undefined);
    void run(takeBack, { entry: entry.id, places }, how).then((outcome) =>
      setRefused(outcome.ok ? undefined : outcome.refused),
    );
  };
  return { write, last, refused, takeBack: back };
}
