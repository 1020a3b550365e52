import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { visitsOf } from "../../domain/visit.ts";
import { dateOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { SheetPage } from "../../ui/SheetPage.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { AskDialog } from "./AskDialog.tsx";
import { numberedVisits } from "./numberedVisits.ts";
import { ReportPart } from "./ReportParts.tsx";
import { type ReportPartId, reportParts } from "./reportParts.ts";

/** A plain report for the worker. Before it goes on paper: can this put anybody in danger? */
export function ReportScreen() {
  const { t, i18n } = useTranslation(["casefile", "rules"]);
  const { caseId, file } = useFamily();
  const [chosen, setChosen] = useState<readonly ReportPartId[]>(
    // Every answer to every list is long: that is asked for.
    reportParts.filter((part) => part !== "answers"),
  );
  const [isAsking, setAsking] = useState(false);
  const latest = numberedVisits(visitsOf(file)).findLast(({ visit }) => visit.phase !== "prepare");
  return (
    <Page
      title={t("casefile:report.title")}
      lead={t("casefile:report.lead")}
      actions={
        latest && (
          <ButtonLink to={paths.leaveBehind(caseId, latest.visit.id)}>
            {t("casefile:report.leaveBehind")}
          </ButtonLink>
        )
      }
    >
      <div className="no-print stack">
        <Ticks<ReportPartId>
          label={t("casefile:report.choose")}
          layout="row"
          options={reportParts.map((part) => ({ value: part, label: t(`casefile:report.parts.${part}`) }))}
          values={chosen}
          onTick={(part, isTicked) =>
            setChosen(reportParts.filter((one) => (one === part ? isTicked : chosen.includes(one))))
          }
        />
        <Notice tone="caution" title={t("rules:R-no-endangering-information")}>
          {t("casefile:report.secret")}
        </Notice>
        <div>
          <Button
            variant="main"
            icon={<Printer aria-hidden="true" />}
            disabled={chosen.length === 0}
            onClick={() => setAsking(true)}
          >
            {t("casefile:report.print")}
          </Button>
        </div>
      </div>
      <SheetPage title={t("casefile:report.sheetTitle")} lang={i18n.language}>
        <div className="case-report">
          <p className="soft">{dateOf(i18n.language, new Date())}</p>
          {chosen.map((part) => (
            <ReportPart key={part} part={part} />
          ))}
        </div>
      </SheetPage>
      {isAsking && (
        <AskDialog
          isAlert
          title={t("casefile:report.askTitle")}
          yes={t("casefile:report.printYes")}
          onYes={() => {
            setAsking(false);
            // The dialog must be gone before the browser draws the page for paper.
            requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t("rules:R-no-endangering-information")}</p>
          <p>{t("casefile:report.pdf")}</p>
        </AskDialog>
      )}
    </Page>
  );
}
