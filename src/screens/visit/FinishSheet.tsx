import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { planVisit } from "../../commands/visit.ts";
import { valueAt } from "../../domain/casefile.ts";
import { nameOf } from "../../domain/people.ts";
import { visitFields } from "../../domain/visit.ts";
import { listOf } from "../../i18n/formats.ts";
import { firstName } from "../../reports/firstName.ts";
import { sheetsLeft } from "../../reports/leftSheets.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { Section } from "../casefile/Section.tsx";
import { useRefused } from "../casefile/useRefused.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** A sheet to leave behind, or nothing: both are a choice, and neither is made beforehand. */
export function FinishSheet({ open }: { readonly open: OpenVisit }) {
  const { t, i18n } = useTranslation(["visit", "casefile", "common"]);
  const { caseId, file, visit } = open;
  const { write, refused } = useRefused(open.write);
  const sheets = sheetsLeft(file, visit.id);
  const isNothing = valueAt(file, visit.id, visitFields.leavesBehind) === "nothing";
  const choose = (value: "nothing" | null) =>
    void write(planVisit, { record: visit.id, values: { [visitFields.leavesBehind]: value } });
  return (
    <Section title={t("visit:sheet.title")}>
      <div className="visit-panel stack">
        {sheets.map((sheet) => {
          const names = listOf(
            i18n.language,
            sheet.readers.map((id) => firstName(nameOf(file, id))),
          );
          return (
            <div key={sheet.id} className="row row-between">
              <span className="row">
                <span className="strong">{t("visit:sheet.for", { names })}</span>
                <Chip tone={sheet.way === "later" ? "caution" : "plain"}>
                  {t(`visit:sheet.way.${sheet.way}`)}
                </Chip>
              </span>
              <ButtonLink to={`${paths.leaveBehind(caseId, visit.id)}?sheet=${sheet.id}`}>
                {t("visit:sheet.open")}
              </ButtonLink>
            </div>
          );
        })}
        <div className="row">
          <ButtonLink to={paths.leaveBehind(caseId, visit.id)}>
            {t(sheets.length > 0 ? "visit:sheet.another" : "visit:sheet.make")}
          </ButtonLink>
          {sheets.length === 0 && (
            <Button aria-pressed={isNothing} onClick={() => choose(isNothing ? null : "nothing")}>
              {t("visit:sheet.nothing")}
            </Button>
          )}
          {isNothing && sheets.length === 0 && <Chip tone="good">{t("visit:sheet.chosen")}</Chip>}
        </div>
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Section>
  );
}
