import { useState } from "react";
import { Button } from "./Button.tsx";
import type { BoardLabels } from "./boardMoves.ts";
import { Dialog } from "./Dialog.tsx";
import { TextArea } from "./TextArea.tsx";

type Props = {
  readonly labels: BoardLabels;
  readonly text: string;
  readonly onDraft: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
};

/** Changes the words of one card. */
export function BoardEditor({ labels, text, onDraft, onSave, onClose }: Props) {
  const [words, setWords] = useState(text);
  return (
    <Dialog
      title={labels.edit}
      closeLabel={labels.close}
      onClose={onClose}
      actions={
        <Button variant="main" disabled={words.trim() === ""} onClick={() => onSave(words.trim())}>
          {labels.save}
        </Button>
      }
    >
      <TextArea
        label={labels.edit}
        isLabelHidden
        autoFocus
        value={words}
        onValue={(next) => {
          setWords(next);
          onDraft(next);
        }}
      />
    </Dialog>
  );
}
