import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Run as Write } from "../../app/useCase.ts";
import { useText } from "../../app/useText.ts";
import { noteDown } from "../../commands/plan.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { noteFields } from "../../domain/plan.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { MarkChoice, type Marked } from "./NoteMark.tsx";
import { refusalKey } from "./refusal.ts";
import { useHasLeft } from "./useFamily.ts";

const unmarked: Marked = { mark: null, saidBy: null };

type Props = {
  readonly file: CaseFile;
  /** Under which name half-typed words are kept. */
  readonly draft: string;
  readonly worker: RecordId;
  readonly write: Write;
};

/** Room for a note, with its one-tap mark before or after the words. */
export function NewNote({ file, draft, worker, write }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const hasLeft = useHasLeft(file.case);
  const [marked, setMarked] = useState(unmarked);
  const { mark, saidBy } = marked;
  // Only the button makes a note of it: neither a pause nor the tap on a mark may cut it in two.
  const text = useText({
    caseId: file.case,
    record: draft,
    field: noteFields.text,
    voice: worker,
    save: async (written, { clearsDraft }) => {
      const values = {
        [noteFields.text]: written,
        ...(mark ? { [noteFields.mark]: mark } : {}),
        ...(saidBy ? { [noteFields.saidBy]: saidBy } : {}),
      };
      const outcome = await write(noteDown, { values }, { clearsDraft });
      if (outcome.ok) setMarked(unmarked);
      return outcome;
    },
  });
  if (hasLeft && text.value === "") return null;
  return (
    <>
      <TextArea
        rows={3}
        label={t("casefile:notes.new")}
        description={t("casefile:notes.hint")}
        value={text.value}
        onValue={text.onValue}
        error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
      />
      <MarkChoice file={file} {...marked} onMark={setMarked} />
      <div>
        <Button disabled={text.value.trim() === ""} onClick={() => text.onDone(text.value)}>
          {t("casefile:notes.keep")}
        </Button>
      </div>
    </>
  );
}
