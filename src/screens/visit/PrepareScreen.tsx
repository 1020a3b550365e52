import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { beginVisit } from "../../commands/visit.ts";
import { type BlankSheet, blankSheets } from "../../reports/BlankSheets.tsx";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Page } from "../../ui/Page.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { Section } from "../casefile/Section.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { BlankSheetPage } from "./BlankSheetPage.tsx";
import { PrepareParts } from "./PrepareParts.tsx";
import { PrepareTools } from "./PrepareTools.tsx";
import { useUndoIn } from "./useUndoIn.ts";
import { type OpenVisit, VisitFrame, VisitSteps } from "./VisitFrame.tsx";

/** "Voorbereiden": all of it may stay empty. */
export function PrepareScreen() {
  return <VisitFrame back="visits">{(open) => <Prepare open={open} />}</VisitFrame>;
}

const sheetFrom = (asked: string | null): BlankSheet | undefined => blankSheets.find((one) => one === asked);

function Prepare({ open: visited }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "sheets"]);
  const { open, undo } = useUndoIn(visited);
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const { caseId, visit } = open;
  const sheet = sheetFrom(query.get("sheet"));
  const begin = async (): Promise<void> => {
    const outcome = await visited.write(beginVisit, { visit: visit.id });
    if (outcome.ok) await navigate(paths.table(caseId, visit.id));
  };
  if (sheet) return <BlankSheetPage open={open} sheet={sheet} onClose={() => setQuery({})} />;
  return (
    <>
      <Page
        title={t("prepare.title")}
        lead={t("prepare.lead")}
        before={<VisitSteps open={open} moment="prepare" />}
      >
        <PrepareParts open={open}>
          <PrepareTools open={open} />
          <Section title={t("prepare.sheets.title")}>
            <p className="soft prose">{t("prepare.sheets.text")}</p>
            <TaskList
              label={t("prepare.sheets.title")}
              tasks={blankSheets.map((id) => ({
                id,
                title: t(`sheets:blank.${id}.title`),
                note: t(`sheets:blank.${id}.text`),
                onClick: () => setQuery({ sheet: id }),
              }))}
            />
          </Section>
        </PrepareParts>
      </Page>
      <BottomBar start={<UndoLine undo={undo} file={open.file} />}>
        {visit.phase === "prepare" ? (
          <Button variant="main" onClick={() => void begin()}>
            {t("prepare.begin")}
          </Button>
        ) : (
          <ButtonLink variant="main" to={paths.table(caseId, visit.id)}>
            {t("prepare.toTable")}
          </ButtonLink>
        )}
      </BottomBar>
    </>
  );
}
