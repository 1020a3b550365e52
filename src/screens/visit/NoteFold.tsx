import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "../../app/useText.ts";
import { noteDown } from "../../commands/plan.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf, peopleOf } from "../../domain/people.ts";
import { type Note, noteFields, notesOf } from "../../domain/plan.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { useUndoIn } from "./useUndoIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

const marks = ["seen", "said", "idea"] as const;
type Mark = (typeof marks)[number];

/** Stands for the note that is yet to be made in a visit: its half-typed words are kept under this name. */
export const newNoteOf = (visit: RecordId): string => `new-note:${visit}`;

/** "Aantekening", with one-tap marks: seen · said by someone · my idea. The mark may come before or after the words. */
export function NoteFold({ open: visited }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "casefile", "common"]);
  const { open, undo } = useUndoIn(visited);
  const { caseId, file, visit, worker, write } = open;
  const [mark, setMark] = useState<Mark | null>(null);
  const [saidBy, setSaidBy] = useState<RecordId | null>(null);
  const notes = notesOf(file, visit.id).filter((note) => note.text !== "");
  // Only the button makes a note of it: neither a pause nor the tap on a mark may cut it in two.
  const text = useText({
    caseId,
    record: newNoteOf(visit.id),
    field: noteFields.text,
    voice: worker.id,
    save: async (written, { clearsDraft }) => {
      const values = {
        [noteFields.text]: written,
        ...(mark ? { [noteFields.mark]: mark } : {}),
        ...(mark === "said" && saidBy ? { [noteFields.saidBy]: saidBy } : {}),
      };
      const outcome = await write(noteDown, { values }, { clearsDraft });
      if (outcome.ok) {
        setMark(null);
        setSaidBy(null);
      }
      return outcome;
    },
  });
  return (
    <div className="stack">
      <TextArea
        rows={3}
        label={t("visit:note.label")}
        description={t("visit:note.hint")}
        value={text.value}
        onValue={text.onValue}
        error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
      />
      <MarkChoice
        open={open}
        mark={mark}
        saidBy={saidBy}
        onMark={(next, by) => {
          setMark(next);
          setSaidBy(by);
        }}
      />
      <div>
        <Button disabled={text.value.trim() === ""} onClick={() => text.onDone(text.value)}>
          {t("casefile:notes.keep")}
        </Button>
      </div>
      <UndoLine undo={undo} file={file} />
      {notes.length > 0 && (
        <ul className="visit-notes">
          {notes.toReversed().map((note) => (
            <NoteItem key={note.id} open={open} note={note} />
          ))}
        </ul>
      )}
    </div>
  );
}

type MarkProps = {
  readonly open: OpenVisit;
  readonly mark: Mark | null;
  readonly saidBy: RecordId | null;
  readonly onMark: (mark: Mark | null, saidBy: RecordId | null) => void;
};

function MarkChoice({ open, mark, saidBy, onMark }: MarkProps) {
  const { t } = useTranslation("visit");
  const people = peopleOf(open.file).filter((person) => person.name !== "");
  return (
    <div className="stack-s stack">
      <Segments
        label={t("note.mark")}
        isLabelHidden
        options={marks.map((value) => ({ value, label: t(`note.marks.${value}`) }))}
        value={mark}
        onPick={(next) => onMark(next, null)}
      />
      {mark === "said" && people.length > 0 && (
        <Segments
          label={t("note.saidBy")}
          options={people.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          value={saidBy}
          onPick={(by) => onMark("said", by)}
        />
      )}
    </div>
  );
}

/** A note that stands; its mark may still be changed with one tap. */
function NoteItem({ open, note }: { readonly open: OpenVisit; readonly note: Note }) {
  const { t } = useTranslation("visit");
  const { file, write } = open;
  const [isMarking, setMarking] = useState(false);
  const mark = marks.find((one) => one === note.mark) ?? null;
  const words = note.saidBy
    ? t("note.by", { name: nameOf(file, note.saidBy) })
    : mark
      ? t(`note.marks.${mark}`)
      : t("note.unmarked");
  return (
    <li>
      <p className="keep-lines" dir="auto">
        {note.text}
      </p>
      <button
        type="button"
        className="visit-mark"
        aria-expanded={isMarking}
        onClick={() => setMarking(!isMarking)}
      >
        <Chip tone={mark ? "plain" : "caution"}>{words}</Chip>
      </button>
      {isMarking && (
        <MarkChoice
          open={open}
          mark={mark}
          saidBy={note.saidBy ?? null}
          onMark={(next, saidBy) =>
            void write(noteDown, {
              record: note.id,
              values: { [noteFields.mark]: next, [noteFields.saidBy]: saidBy },
            })
          }
        />
      )}
    </li>
  );
}
