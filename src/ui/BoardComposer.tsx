import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button.tsx";
import { TextArea } from "./TextArea.tsx";

type Props = {
  readonly label: string;
  readonly addLabel: string;
  readonly draft?: string | undefined;
  readonly onDraft: (text: string) => void;
  readonly onAdd: (text: string) => void;
};

/** Writes a new card. What is half written is a draft until it is added. */
export function BoardComposer({ label, addLabel, draft, onDraft, onAdd }: Props) {
  const [own, setOwn] = useState("");
  const text = draft ?? own;
  const write = (next: string) => {
    setOwn(next);
    onDraft(next);
  };
  return (
    <div className="ui-board-composer">
      <TextArea label={label} isLabelHidden rows={1} value={text} onValue={write} />
      <Button
        icon={<Plus aria-hidden="true" />}
        disabled={text.trim() === ""}
        onClick={() => {
          onAdd(text.trim());
          write("");
        }}
      >
        {addLabel}
      </Button>
    </div>
  );
}
