import type { RecordId } from "../../domain/ids.ts";
import { notesOf } from "../../domain/plan.ts";
import { NewNote } from "../casefile/NewNote.tsx";
import { NoteMark } from "../casefile/NoteMark.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { useUndoIn } from "./useUndoIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** Stands for the note that is yet to be made in a visit: its half-typed words are kept under this name. */
export const newNoteOf = (visit: RecordId): string => `new-note:${visit}`;

/** "Aantekening": a new one, and those of this visit. */
export function NoteFold({ open: visited }: { readonly open: OpenVisit }) {
  const { open, undo } = useUndoIn(visited);
  const { file, visit, worker, write } = open;
  const notes = notesOf(file, visit.id).filter((note) => note.text !== "");
  return (
    <div className="stack">
      <NewNote file={file} draft={newNoteOf(visit.id)} worker={worker.id} write={write} />
      <UndoLine undo={undo} file={file} isRefusalElsewhere />
      {notes.length > 0 && (
        <ul className="visit-notes">
          {notes.toReversed().map((note) => (
            <li key={note.id}>
              <p className="keep-lines" dir="auto">
                {note.text}
              </p>
              <NoteMark file={file} note={note} write={write} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
