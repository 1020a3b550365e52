import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noteDown } from "../../commands/plan.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf, peopleOf } from "../../domain/people.ts";
import { type Note, noteFields, notesOf } from "../../domain/plan.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { KeptField } from "../family/KeptField.tsx";
import type { OpenVisit } from "./VisitFrame.tsx";

const marks = ["seen", "said", "idea"] as const;
type Mark = (typeof marks)[number];

/** "Aantekening", with one-tap marks: seen · said by someone · my idea. The mark may come before or after the words. */
export function NoteFold({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const { caseId, file, visit, worker, write } = open;
  const [mark, setMark] = useState<Mark | null>(null);
  const [saidBy, setSaidBy] = useState<RecordId | null>(null);
  const notes = notesOf(file, visit.id).filter((note) => note.text !== "");
  return (
    <div className="stack">
      <KeptField
        kind="area"
        rows={3}
        caseId={caseId}
        record={`new-note:${visit.id}`}
        field={noteFields.text}
        voice={worker.id}
        label={t("note.label")}
        description={t("note.hint")}
        save={async (text, { clearsDraft }) => {
          if (text.trim() === "") return { ok: true, entry: undefined };
          const values = {
            [noteFields.text]: text,
            ...(mark ? { [noteFields.mark]: mark } : {}),
            ...(mark === "said" && saidBy ? { [noteFields.saidBy]: saidBy } : {}),
          };
          return write(noteDown, { values }, { clearsDraft });
        }}
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
