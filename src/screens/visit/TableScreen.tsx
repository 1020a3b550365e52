import { Eye, Hand } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { beginVisit, lightTool, planVisit } from "../../commands/visit.ts";
import type { RecordId } from "../../domain/ids.ts";
import { visitFields } from "../../domain/visit.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { GoOn } from "../handover/GoOn.tsx";
import { AgreementsDialog } from "./AgreementsDialog.tsx";
import { TableCards } from "./TableCards.tsx";
import { TableFolds } from "./TableFolds.tsx";
import { ToolPicker } from "./ToolPicker.tsx";
import { layableTools, toolsOnTable } from "./tableTools.ts";
import { type OpenVisit, VisitFrame, VisitSteps } from "./VisitFrame.tsx";
import { whatIWrite } from "./WhatIWrite.tsx";

/** "Aan tafel": only the cards of the tools, fit to lie open. */
export function TableScreen() {
  return <VisitFrame>{(open) => <Table open={open} />}</VisitFrame>;
}

type Picking = "other" | "show" | "agreements" | undefined;

function Table({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const navigate = useNavigate();
  const { caseId, file, visit, write } = open;
  const [picking, setPicking] = useState<Picking>();
  const { table, own } = toolsOnTable(file, visit.id);
  const light = (instrument: string) => void write(lightTool, { visit: visit.id, instrument });
  const openTool = (tool: string, section?: string): void => {
    light(tool);
    const to = paths.tool(caseId, visit.id, tool);
    void navigate(section ? `${to}?section=${section}` : to);
  };
  const show = (tool: string): void => {
    if (tool !== whatIWrite) light(tool);
    void navigate(paths.show(caseId, visit.id, tool));
  };
  return (
    <>
      <Page
        title={t("table.title")}
        lead={t("table.lead")}
        surface="table"
        before={<VisitSteps open={open} moment="table" />}
      >
        <VisitPhase open={open} />
        <GoOn file={file} visit={visit} />
        <TableCards
          open={open}
          tools={table}
          onTool={openTool}
          onShow={show}
          onAgreements={() => setPicking("agreements")}
          onOther={() => setPicking("other")}
        />
        <TableFolds open={open} own={own} onTool={openTool} />
      </Page>
      <BottomBar
        start={
          <Button icon={<Eye aria-hidden="true" />} onClick={() => setPicking("show")}>
            {t("table.show")}
          </Button>
        }
      >
        <ButtonLink variant="main" icon={<Hand aria-hidden="true" />} to={paths.handover(caseId, visit.id)}>
          {t("table.handOver")}
        </ButtonLink>
      </BottomBar>
      {picking === "other" && (
        <ToolPicker
          title={t("table.other")}
          tools={layableTools}
          onPick={(tool) => openTool(tool)}
          onClose={() => setPicking(undefined)}
        />
      )}
      {picking === "show" && (
        <ToolPicker
          title={t("table.showWhich")}
          tools={table}
          onPick={show}
          onClose={() => setPicking(undefined)}
        />
      )}
      {picking === "agreements" && <AgreementsDialog open={open} onClose={() => setPicking(undefined)} />}
    </>
  );
}

/** A visit that was not begun, or is closed, may be looked at all the same; one tap makes it the visit that is going on. */
function VisitPhase({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const { visit, write } = open;
  if (visit.phase === "table") return null;
  const resume = (record: RecordId) =>
    visit.phase === "prepare"
      ? write(beginVisit, { visit: record })
      : write(planVisit, { record, values: { [visitFields.finishedAt]: null } });
  return (
    <Notice
      title={t(`phase.${visit.phase}.title`)}
      actions={
        <Button variant={visit.phase === "prepare" ? "main" : "plain"} onClick={() => void resume(visit.id)}>
          {t(`phase.${visit.phase}.action`)}
        </Button>
      }
    />
  );
}
