import { useCallback, useRef, useState } from "react";
import type { Run as Write } from "../../app/useCase.ts";
import type { Outcome } from "../../commands/door.ts";
import { undo } from "../../commands/settle.ts";
import type { EntryId } from "../../domain/ids.ts";
import type { WrittenPlace } from "./useRunHost.ts";

type Undoable = WrittenPlace & { readonly entry: EntryId };

export type Undo = {
  /** Why the last write was refused, as a key under `common`. */
  readonly refused: string | undefined;
  /** Is there a last write of this screen that can be taken back? */
  readonly isPossible: boolean;
  takeBack(): void;
  onWrite(place: WrittenPlace, outcome: Promise<Outcome>): void;
};

/** The last write of this screen, taken back with one tap: what stood there before is written again. */
export function useUndo(write: Write): Undo {
  const [last, setLast] = useState<Undoable | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const latest = useRef(0);
  const onWrite = useCallback((place: WrittenPlace, outcome: Promise<Outcome>) => {
    latest.current += 1;
    const turn = latest.current;
    void outcome.then((result) => {
      setRefused(result.ok ? undefined : result.refused);
      if (result.ok && result.entry && turn === latest.current) setLast({ ...place, entry: result.entry.id });
    });
  }, []);
  const takeBack = () => {
    if (!last) return;
    const { record, field, entry, before, how } = last;
    setLast(undefined);
    void write(undo, { record, field, entry, before }, how).then((result) => {
      setRefused(result.ok ? undefined : result.refused);
    });
  };
  return { refused, isPossible: last !== undefined, takeBack, onWrite };
}
