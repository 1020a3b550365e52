import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { printSheet } from "../../commands/leaveBehind.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields } from "../../domain/visit.ts";
import { linesFor } from "../../reports/leaveBehindLines.ts";
import { sheetsLeft } from "../../reports/leftSheets.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { CopyPage } from "./CopyPage.tsx";
import { LeaveBehindBar } from "./LeaveBehindBar.tsx";
import { LineChoice } from "./LineChoice.tsx";
import { PrintPage } from "./PrintPage.tsx";
import { SheetQuestions } from "./SheetQuestions.tsx";
import { chosenIn, languageOfReaders, nothingYet, type SheetChoice, useKeepSheet } from "./sheetChoice.ts";
import { sheetRefusalKey } from "./sheetRefusal.ts";
import { type OpenVisit, useVisit, VisitFrame } from "./VisitFrame.tsx";

/** "Wat blijft achter". Two questions come first; nothing is chosen beforehand. */
export function LeaveBehindScreen() {
  const open = useVisit();
  const [choice, setChoice] = useState<SheetChoice>(nothingYet);
  const [query] = useSearchParams();
  const [isCopying, setCopying] = useState(false);
  if (open && isCopying) return <CopyPage open={open} choice={choice} onClose={() => setCopying(false)} />;
  const made = open && sheetsLeft(open.file, open.visit.id).find(({ id }) => id === query.get("sheet"));
  return (
    <VisitFrame back="finish">
      {(now) =>
        made ? (
          <PrintPage
            lines={made.lines}
            language={languageOfReaders(now, made.readers)}
            {...(made.way === "later"
              ? { onPrinted: () => void now.write(printSheet, { sheet: made.id }) }
              : {})}
          />
        ) : (
          <LeaveBehind open={now} choice={choice} onChoice={setChoice} onCopy={() => setCopying(true)} />
        )
      }
    </VisitFrame>
  );
}

type Props = {
  readonly open: OpenVisit;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onCopy: () => void;
};

function LeaveBehind({ open, choice, onChoice, onCopy }: Props) {
  const { t } = useTranslation(["sheets", "common", "casefile", "rules"]);
  const navigate = useNavigate();
  const { keep, refused } = useKeepSheet(open, choice);
  const [isPrinting, setPrinting] = useState(false);
  const { caseId, file, visit, write } = open;
  const { readers, finders, danger } = choice;
  const { lines, language } = chosenIn(open, choice);
  const isAnswered = readers.length > 0 && danger !== null;
  const isDoubtful = danger === "yes" || danger === "unknown";
  const leaveNothing = async (): Promise<void> => {
    const values = { [visitFields.leavesBehind]: "nothing" };
    const outcome = await write(planVisit, { record: visit.id, values });
    if (outcome.ok) await navigate(paths.finish(caseId, visit.id));
  };
  if (isPrinting) {
    return (
      <PrintPage
        lines={lines}
        language={language}
        onBack={() => setPrinting(false)}
        onPrinted={() => void keep("printed")}
      />
    );
  }
  return (
    <>
      <Page title={t("sheets:leave.title")} lead={t("sheets:leave.lead")} width="text">
        <div className="visit-sections">
          <SheetQuestions open={open} choice={choice} onChoice={onChoice} />
          {isDoubtful && (
            <Notice tone="caution" title={t("sheets:danger.title")}>
              {t("rules:R-no-endangering-information")}
            </Notice>
          )}
          {isAnswered && (
            <LineChoice
              file={file}
              found={linesFor(file, readers, visit.id)}
              finders={finders}
              chosen={choice.lines}
              onChoose={(next) => onChoice({ ...choice, lines: next })}
            />
          )}
          {refused !== undefined && (
            <Notice tone="caution" live="alert" title={t(sheetRefusalKey(refused))} />
          )}
        </div>
      </Page>
      <LeaveBehindBar
        isReady={isAnswered && lines.length > 0}
        isDoubtful={isDoubtful}
        onNothing={() => void leaveNothing()}
        onCopy={onCopy}
        onPrint={() => setPrinting(true)}
        onLater={() => void keep("later")}
      />
    </>
  );
}
