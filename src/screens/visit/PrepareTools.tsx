import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { planVisit } from "../../commands/visit.ts";
import { toolsOf, visitFields } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Section } from "../casefile/Section.tsx";
import { ToolPicker } from "./ToolPicker.tsx";
import { laidBefore, layableTools, type MovedTool, movedTools, usualTools } from "./tableTools.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

const OrderList = lazy(async () => ({ default: (await import("../../ui/OrderList.tsx")).OrderList }));

/** The tools that are laid out beforehand, in their order: dragged, or moved with the buttons. */
export function PrepareTools({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "instruments"]);
  const { file, visit, write } = open;
  const [isPicking, setPicking] = useState(false);
  const tools = toolsOf(file, visit.id);
  const order = (values: Readonly<Record<string, number | false>>) =>
    void write(planVisit, {
      record: visit.id,
      values: Object.fromEntries(Object.entries(values).map(([tool, at]) => [visitFields.tool(tool), at])),
    });
  const lay = (moved: readonly MovedTool[]) => {
    if (moved.length > 0) order(Object.fromEntries(moved.map((one) => [one.tool, one.order])));
  };
  const add = (tool: string) => order({ [tool]: tools.length });
  const titleOf = (tool: string) => t(`instruments:${tool}.title`);
  return (
    <Section
      title={t("visit:prepare.tools.title")}
      actions={
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setPicking(true)}>
          {t("visit:prepare.tools.add")}
        </Button>
      }
    >
      {tools.length === 0 && (
        <div className="visit-panel stack">
          <p className="soft">{t("visit:prepare.tools.none")}</p>
          <div>
            <Button onClick={() => order(Object.fromEntries(usualTools.map((tool, at) => [tool, at])))}>
              {t("visit:prepare.tools.usual")}
            </Button>
          </div>
        </div>
      )}
      {tools.length > 0 && (
        <Suspense fallback={<Laid titles={tools.map(titleOf)} />}>
          <OrderList
            label={t("visit:prepare.tools.title")}
            items={tools.map((tool) => ({ id: tool, text: titleOf(tool) }))}
            dragLabel={(tool) => t("visit:prepare.tools.drag", { tool })}
            onMove={(tool, before) => lay(laidBefore(tools, tool, before))}
            actions={({ id, text }, at) => (
              <>
                <IconButton
                  label={t("visit:prepare.tools.up", { tool: text })}
                  icon={<ArrowUp aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => lay(movedTools(tools, id, -1))}
                />
                <IconButton
                  label={t("visit:prepare.tools.down", { tool: text })}
                  icon={<ArrowDown aria-hidden="true" />}
                  disabled={at === tools.length - 1}
                  onClick={() => lay(movedTools(tools, id, 1))}
                />
                <IconButton
                  label={t("visit:prepare.tools.remove", { tool: text })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => order({ [id]: false })}
                />
              </>
            )}
          />
        </Suspense>
      )}
      {isPicking && (
        <ToolPicker
          title={t("visit:prepare.tools.add")}
          tools={layableTools.filter((tool) => !tools.includes(tool.id))}
          onPick={(tool) => {
            add(tool);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Section>
  );
}

/** The same in words, for the moment that the list takes to load. */
function Laid({ titles }: { readonly titles: readonly string[] }) {
  return (
    <ol className="visit-order">
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ol>
  );
}
