import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Run as Write } from "../../app/useCase.ts";
import { noteDown } from "../../commands/plan.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf, peopleOf } from "../../domain/people.ts";
import { type Note, noteFields } from "../../domain/plan.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { refusalKey } from "./refusal.ts";
import { useRefused } from "./useRefused.ts";
import "./casefile.css";

const marks = ["seen", "said", "idea"] as const;

export type Mark = (typeof marks)[number];

/** What a note is: seen, said by whom, or the worker's own idea. */
export type Marked = { readonly mark: Mark | null; readonly saidBy: RecordId | null };

type ChoiceProps = Marked & { readonly file: CaseFile; readonly onMark: (marked: Marked) => void };

/** One tap says what a note is; who said it is one more. */
export function MarkChoice({ file, mark, saidBy, onMark }: ChoiceProps) {
  const { t } = useTranslation("casefile");
  const people = peopleOf(file).filter((person) => person.name !== "");
  return (
    <div className="stack-s stack">
      <Segments
        label={t("notes.mark")}
        options={marks.map((value) => ({ value, label: t(`notes.marks.${value}`) }))}
        value={mark}
        onPick={(next) => onMark({ mark: next, saidBy: null })}
      />
      {mark === "said" && people.length > 0 && (
        <Segments
          label={t("notes.saidBy")}
          options={people.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          value={saidBy}
          onPick={(by) => onMark({ mark: "said", saidBy: by })}
        />
      )}
    </div>
  );
}

type Props = { readonly file: CaseFile; readonly note: Note; readonly write: Write };

/** The mark of a note that stands. It may still be changed. */
export function NoteMark({ file, note, write: run }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const { write, refused } = useRefused(run);
  const [isMarking, setMarking] = useState(false);
  const mark = marks.find((one) => one === note.mark) ?? null;
  const words = note.saidBy
    ? t("casefile:notes.by", { name: nameOf(file, note.saidBy) })
    : t(mark ? `casefile:value.mark.${mark}` : "casefile:notes.unmarked");
  return (
    <>
      <button
        type="button"
        className="case-mark"
        aria-expanded={isMarking}
        onClick={() => setMarking(!isMarking)}
      >
        <Chip tone={mark ? "plain" : "caution"}>{words}</Chip>
      </button>
      {isMarking && (
        <MarkChoice
          file={file}
          mark={mark}
          saidBy={note.saidBy ?? null}
          onMark={(next) =>
            void write(noteDown, {
              record: note.id,
              values: { [noteFields.mark]: next.mark, [noteFields.saidBy]: next.saidBy },
            })
          }
        />
      )}
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
    </>
  );
}
