import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { findTools, isForTable } from "./tableTools.ts";

type Props = {
  readonly title: string;
  readonly tools: readonly Instrument[];
  readonly onPick: (tool: string) => void;
  readonly onClose: () => void;
};

/** Tools to choose from, with a field to search in where there are many. */
export function ToolPicker({ title, tools, onPick, onClose }: Props) {
  const { t } = useTranslation(["visit", "instruments"]);
  const [typed, setTyped] = useState("");
  const titleOf = ({ id }: Instrument): string => t(`instruments:${id}.title`);
  const purposeOf = ({ id }: Instrument): string => t(`instruments:${id}.purpose`);
  const found = findTools(tools, typed, (tool) => `${titleOf(tool)} ${purposeOf(tool)}`);
  const parts = [
    { id: "together", tools: found.filter(isForTable) },
    { id: "own", tools: found.filter((tool) => !isForTable(tool)) },
  ];
  return (
    <Dialog title={title} closeLabel={t("visit:close")} onClose={onClose} width="wide">
      <div className="stack">
        {tools.length > 8 && (
          <SearchField
            label={t("visit:picker.search")}
            clearLabel={t("visit:picker.clear")}
            value={typed}
            onValue={setTyped}
          />
        )}
        <output className="visually-hidden" aria-live="polite">
          {typed === "" ? "" : t("visit:picker.found", { count: found.length })}
        </output>
        {found.length === 0 && <p className="soft">{t("visit:picker.none")}</p>}
        {parts.map(
          (part) =>
            part.tools.length > 0 && (
              <section key={part.id} className="stack-s stack">
                <h3>{t(`visit:picker.${part.id}`)}</h3>
                <TaskList
                  label={t(`visit:picker.${part.id}`)}
                  tasks={part.tools.map((tool) => ({
                    id: tool.id,
                    title: titleOf(tool),
                    note: purposeOf(tool),
                    onClick: () => onPick(tool.id),
                  }))}
                />
              </section>
            ),
        )}
      </div>
    </Dialog>
  );
}
