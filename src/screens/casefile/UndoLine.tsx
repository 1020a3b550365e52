import { Undo2 } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalKey } from "./refusal.ts";
import { undoWords } from "./undoWords.ts";
import { useSpeaking } from "./useSpeaking.ts";
import type { Undo } from "./useUndo.ts";
import "./casefile.css";

type Props = {
  readonly undo: Undo;
  readonly file: CaseFile;
  /** The page says itself why something was refused. */
  readonly isRefusalElsewhere?: boolean;
};

/** One tap takes the last thing back that was written here; what comes back for it is said beforehand. */
export function UndoLine({ undo, file, isRefusalElsewhere }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const speaking = useSpeaking(file);
  const id = useId();
  const { last } = undo;
  const refused = isRefusalElsewhere ? undefined : undo.refused;
  if (!last && refused === undefined) return null;
  return (
    <div className="stack-s">
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      {last && (
        <div className="case-undo">
          <Button
            variant="quiet"
            icon={<Undo2 aria-hidden="true" />}
            aria-describedby={id}
            onClick={undo.takeBack}
          >
            {t("casefile:undo.action")}
          </Button>
          <span id={id} className="soft small" dir="auto">
            {undoWords(speaking, last)}
          </span>
        </div>
      )}
    </div>
  );
}
