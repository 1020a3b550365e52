import { type Undo, useUndo } from "../casefile/useUndo.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** The visit for a part of its screens in which the last thing that was written is taken back with one tap. */
export function useUndoIn(open: OpenVisit): { readonly open: OpenVisit; readonly undo: Undo } {
  const undo = useUndo(open.write, open.caseId);
  return { open: { ...open, write: undo.write }, undo };
}
