import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "../../app/useText.ts";
import { noteDown } from "../../commands/plan.ts";
import { nameOf, peopleOf } from "../../domain/people.ts";
import { noteFields, notesOf } from "../../domain/plan.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useWorkerId, useWrite } from "../casefile/useFamily.ts";
import { Provenance } from "./Provenance.tsx";
import { UndoHere, UndoOffer } from "./UndoHere.tsx";

const marks = ["seen", "said", "idea"] as const;
type Mark = (typeof marks)[number];

/** The newest notes, and room for a new one with its one-tap mark. */
export function NotesSection() {
  return (
    <UndoHere>
      <Notes />
    </UndoHere>
  );
}

function Notes() {
  const { t } = useTranslation(["casefile", "common"]);
  const { caseId, file } = useFamily();
  const write = useWrite();
  const voice = useWorkerId();
  const [mark, setMark] = useState<Mark | null>(null);
  const [saidBy, setSaidBy] = useState<string | null>(null);
  const [shown, setShown] = useState(3);
  // Only the button makes a note of it: a pause while writing must not cut it in two. The draft is kept all the while.
  const text = useText({
    caseId,
    record: "new-note",
    field: noteFields.text,
    voice,
    save: async (written, { clearsDraft }) => {
      const values = {
        [noteFields.text]: written,
        ...(mark ? { [noteFields.mark]: mark } : {}),
        ...(mark === "said" && saidBy ? { [noteFields.saidBy]: saidBy } : {}),
      };
      const outcome = await write(noteDown, { values }, { clearsDraft });
      if (outcome.ok) setMark(null);
      return outcome;
    },
  });
  const notes = notesOf(file)
    .filter((note) => note.text !== "")
    .toReversed();
  return (
    <Section title={t("notes.title")}>
      <div className="stack">
        <Choice
          label={t("notes.mark")}
          layout="row"
          options={marks.map((one) => ({ value: one, label: t(`value.mark.${one}`) }))}
          value={mark}
          onPick={setMark}
          clear={{ label: t("notes.noMark"), onClear: () => setMark(null) }}
        />
        {mark === "said" && (
          <Select
            label={t("notes.saidBy")}
            placeholder={t("notes.someone")}
            options={peopleOf(file).map(({ id, name }) => ({ value: id as string, label: name }))}
            value={saidBy}
            onPick={setSaidBy}
          />
        )}
        <TextArea
          label={t("notes.new")}
          description={t("notes.hint")}
          value={text.value}
          onValue={text.onValue}
          error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
        />
        <div>
          <Button disabled={text.value.trim() === ""} onClick={() => text.onDone(text.value)}>
            {t("notes.keep")}
          </Button>
        </div>
        <UndoOffer isRefusalElsewhere />
      </div>
      {notes.length > 0 && (
        <ul className="case-list">
          {notes.slice(0, shown).map((note) => (
            <li key={note.id} className="case-item">
              <p className="keep-lines" dir="auto">
                {note.text}
              </p>
              <div className="case-item-facts">
                {note.mark && (
                  <Chip>
                    {note.saidBy
                      ? t("notes.by", { name: nameOf(file, note.saidBy) })
                      : t(`value.mark.${note.mark}`)}
                  </Chip>
                )}
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
