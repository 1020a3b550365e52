import { Check, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LeaveBehindSheet } from "../../reports/LeaveBehindSheet.tsx";
import type { SheetLine } from "../../reports/leaveBehindLines.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useFamilySay } from "./familySay.ts";
import { useNeutralTitle } from "./useNeutralTitle.ts";

type Props = {
  readonly lines: readonly SheetLine[];
  readonly language: string;
  readonly onBack?: () => void;
  /** Absent where the sheet was made already. */
  readonly onPrinted?: () => void;
};

/** The sheet as it will be on paper. A browser does not tell whether it was printed: the worker does. */
export function PrintPage({ lines, language, onBack, onPrinted }: Props) {
  const { t } = useTranslation("sheets");
  const words = useFamilySay(language);
  useNeutralTitle(t("documentTitle"));
  return (
    <>
      <Page title={t("printing.title")} lead={t("printing.lead")}>
        <div className="no-print">
          <Notice tone="caution">{t("printing.pdf")}</Notice>
        </div>
        {words && <LeaveBehindSheet lines={lines} words={words} />}
      </Page>
      <BottomBar start={onBack && <Button onClick={onBack}>{t("back")}</Button>}>
        {onPrinted && (
          <Button icon={<Check aria-hidden="true" />} onClick={onPrinted}>
            {t("printing.done")}
          </Button>
        )}
        <Button variant="main" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {t("print")}
        </Button>
      </BottomBar>
    </>
  );
}
