import { type ReactNode, useContext } from "react";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { UndoContext, useFamily, useWrite } from "../casefile/useFamily.ts";
import { useUndo } from "../casefile/useUndo.ts";

/** A part of a family's page in which the last thing that was written is taken back with one tap. */
export function UndoHere({ children }: { readonly children: ReactNode }) {
  const { caseId } = useFamily();
  const undo = useUndo(useWrite(), caseId);
  return <UndoContext value={undo}>{children}</UndoContext>;
}

/** Where the tap is, in such a part. Why the last write was refused is said here, unless it stands at its field. */
export function UndoOffer({ isRefusalElsewhere = false }: { readonly isRefusalElsewhere?: boolean }) {
  const { file } = useFamily();
  const undo = useContext(UndoContext);
  return undo ? <UndoLine undo={undo} file={file} isRefusalElsewhere={isRefusalElsewhere} /> : null;
}

/** The same in a bar at the bottom of a long page, while there is something to take back, or to say of the last write. */
export function UndoBar() {
  const undo = useContext(UndoContext);
  if (!undo || (!undo.last && undo.refused === undefined)) return null;
  return <BottomBar start={<UndoOffer />}>{null}</BottomBar>;
}
