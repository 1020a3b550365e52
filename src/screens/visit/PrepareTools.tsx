import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { planVisit } from "../../commands/visit.ts";
import { toolsOf, visitFields } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Section } from "../family/Section.tsx";
import { ToolPicker } from "./ToolPicker.tsx";
import { layableTools, movedTools, usualTools } from "./tableTools.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** The tools that are laid out beforehand, in their order. */
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
  const move = (tool: string, by: -1 | 1) =>
    order(Object.fromEntries(movedTools(tools, tool, by).map((one) => [one.tool, one.order])));
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
        <ol className="visit-order">
          {tools.map((tool, at) => (
            <li key={tool}>
              <span className="visit-order-number" aria-hidden="true">
                {at + 1}
              </span>
              <span className="grow">{titleOf(tool)}</span>
              <span className="visit-order-buttons">
                <IconButton
                  label={t("visit:prepare.tools.up", { tool: titleOf(tool) })}
                  icon={<ArrowUp aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => move(tool, -1)}
                />
                <IconButton
                  label={t("visit:prepare.tools.down", { tool: titleOf(tool) })}
                  icon={<ArrowDown aria-hidden="true" />}
                  disabled={at === tools.length - 1}
                  onClick={() => move(tool, 1)}
                />
                <IconButton
                  label={t("visit:prepare.tools.remove", { tool: titleOf(tool) })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => order({ [tool]: false })}
                />
              </span>
            </li>
          ))}
        </ol>
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
