import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { largeLinesFrom } from "../../reports/LeaveBehindSheet.tsx";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { LargeLines } from "../../ui/LargeLines.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Dutch } from "./Dutch.tsx";
import { useFamilySay } from "./familySay.ts";
import { ShowHead } from "./ShowHead.tsx";
import { chosenIn, type OpenSheet } from "./sheetChoice.ts";
import { sheetRefusalKey } from "./sheetRefusal.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = { readonly open: OpenVisit; readonly sheet: OpenSheet; readonly onClose: () => void };

/** "Overschrijven": only the chosen lines, in letters that are read from across the table. */
export function CopyPage({ open, sheet, onClose }: Props) {
  const { t } = useTranslation(["sheets", "common", "casefile"]);
  const { lines, language } = chosenIn(open, sheet.choice);
  const words = useFamilySay(language);
  const { keep, refused } = sheet;
  return (
    <div className="family show">
      <ShowHead words={words} back={t("sheets:back")} onBack={onClose} />
      <main id="main" className="show-main" lang={language} dir={words?.dir}>
        {words && (
          <>
            <h1 id="page-title" tabIndex={-1} className="show-quiet-title">
              {words.say("remember.title")}
              <Dutch text={words.second?.("remember.title")} />
            </h1>
            <LargeLines
              label={words.say("remember.title")}
              lines={largeLinesFrom(lines, words).map(({ id, parts }) => ({
                id,
                parts: parts.map((part) => ({ ...part, second: <Dutch text={part.second} /> })),
              }))}
            />
          </>
        )}
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(sheetRefusalKey(refused))} />}
      </main>
      <BottomBar>
        <Button variant="main" icon={<Check aria-hidden="true" />} onClick={() => keep("copied")}>
          {t("sheets:leave.copied")}
        </Button>
      </BottomBar>
    </div>
  );
}
