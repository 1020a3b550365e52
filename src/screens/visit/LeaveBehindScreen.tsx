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
import { refusalKey } from "../casefile/refusal.ts";
import { useRefused } from "../casefile/useRefused.ts";
import { CopyPage } from "./CopyPage.tsx";
import { LeaveBehindBar } from "./LeaveBehindBar.tsx";
import { LineChoice } from "./LineChoice.tsx";
import { PrintPage } from "./PrintPage.tsx";
import { SheetQuestions } from "./SheetQuestions.tsx";
import { chosenIn, languageOfReaders, nothingYet, type OpenSheet, useSheet } from "./sheetChoice.ts";
import { sheetRefusalKey } from "./sheetRefusal.ts";
import { type OpenVisit, useVisit, VisitFrame } from "./VisitFrame.tsx";

/** "Wat blijft achter". Two questions come first; nothing is chosen beforehand. */
export function LeaveBehindScreen() {
  const open = useVisit();
  if (!open) return <VisitFrame back="finish">{() => null}</VisitFrame>;
  return <Sheet key={open.visit.id} open={open} />;
}

function Sheet({ open }: { readonly open: OpenVisit }) {
  const sheet = useSheet(open);
  const [query] = useSearchParams();
  const [isCopying, setCopying] = useState(false);
  if (isCopying) return <CopyPage open={open} sheet={sheet} onClose={() => setCopying(false)} />;
  const made = sheetsLeft(open.file, open.visit.id).find(({ id }) => id === query.get("sheet"));
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
          <LeaveBehind open={now} sheet={sheet} onCopy={() => setCopying(true)} />
        )
      }
    </VisitFrame>
  );
}

type Props = {
  readonly open: OpenVisit;
  readonly sheet: OpenSheet;
  readonly onCopy: () => void;
};

function LeaveBehind({ open, sheet, onCopy }: Props) {
  const { t } = useTranslation(["sheets", "common", "casefile", "rules"]);
  const navigate = useNavigate();
  const { choice, onChoice, keep, refused } = sheet;
  const [isPrinting, setPrinting] = useState(false);
  const { caseId, file, visit } = open;
  const { write, refused: nothingRefused } = useRefused(open.write);
  const { readers, finders, danger } = choice;
  const { lines, language } = chosenIn(open, choice);
  const isAnswered = readers.length > 0 && danger !== null;
  const isDoubtful = danger === "yes" || danger === "unknown";
  const leaveNothing = async (): Promise<void> => {
    const values = { [visitFields.leavesBehind]: "nothing" };
    const outcome = await write(planVisit, { record: visit.id, values });
    if (!outcome.ok) return;
    onChoice(nothingYet);
    await navigate(paths.finish(caseId, visit.id));
  };
  if (isPrinting) {
    return (
      <PrintPage
        lines={lines}
        language={language}
        onBack={() => setPrinting(false)}
        onPrinted={() => keep("printed")}
      />
    );
  }
  return (
    <>
      <Page title={t("sheets:leave.title")} lead={t("sheets:leave.lead")} width="text">
        {/* Who may not find what is the worker's own thought: no printer gets it by mistake. */}
        <div className="visit-sections no-print">
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
          {nothingRefused !== undefined && (
            <Notice tone="caution" live="alert" title={t(refusalKey(nothingRefused))} />
          )}
        </div>
      </Page>
      <LeaveBehindBar
        isReady={isAnswered && lines.length > 0}
        isDoubtful={isDoubtful}
        onNothing={() => void leaveNothing()}
        onCopy={onCopy}
        onPrint={() => setPrinting(true)}
        onLater={() => keep("later")}
      />
    </>
  );
}
