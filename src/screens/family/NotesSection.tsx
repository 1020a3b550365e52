import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notesOf } from "../../domain/plan.ts";
import { Button } from "../../ui/Button.tsx";
import { NewNote } from "../casefile/NewNote.tsx";
import { NoteMark } from "../casefile/NoteMark.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useHasLeft, useWorkerId, useWrite } from "../casefile/useFamily.ts";
import { Provenance } from "./Provenance.tsx";
import { UndoHere, UndoOffer } from "./UndoHere.tsx";

/** The newest notes, and room for a new one with its one-tap mark. */
export function NotesSection() {
  return (
    <UndoHere>
      <Notes />
    </UndoHere>
  );
}

function Notes() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const hasLeft = useHasLeft(caseId);
  const write = useWrite();
  const worker = useWorkerId();
  const [shown, setShown] = useState(3);
  const notes = notesOf(file)
    .filter((note) => note.text !== "")
    .toReversed();
  return (
    <Section title={t("notes.title")}>
      <div className="stack">
        <NewNote file={file} draft="new-note" worker={worker} write={write} />
        {!hasLeft && <UndoOffer isRefusalElsewhere />}
      </div>
      {notes.length === 0 && hasLeft && <p className="soft">{t("notes.none")}</p>}
      {notes.length > 0 && (
        <ul className="case-list">
          {notes.slice(0, shown).map((note) => (
            <li key={note.id} className="case-item">
              <p className="keep-lines" dir="auto">
                {note.text}
              </p>
              <div className="case-item-facts">
                <NoteMark file={file} note={note} write={write} />
                {note.head && <Provenance file={file} origin={note.head} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {notes.length > shown && (
        <div>
          <Button variant="quiet" onClick={() => setShown(shown + 10)}>
            {t("notes.more")}
          </Button>
        </div>
      )}
    </Section>
  );
}
