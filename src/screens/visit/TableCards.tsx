import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { visitsOf } from "../../domain/visit.ts";
import { CardButton } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { agreementsIn } from "./agreementsIn.ts";
import { isLit, toolStanding } from "./tableTools.ts";
import type { OpenVisit } from "./VisitFrame.tsx";
import { whatIWrite } from "./WhatIWrite.tsx";

type Props = {
  readonly open: OpenVisit;
  readonly tools: readonly Instrument[];
  readonly onTool: (tool: string, section?: string) => void;
  readonly onShow: (tool: string) => void;
  readonly onAgreements: () => void;
  readonly onOther: () => void;
};

const theMap = "signs-of-safety";

/** The card is called after what lies on the map, so it opens there, and not at the list of the tool's parts. */
const opensAt: Readonly<Record<string, string>> = { [theMap]: "map" };

/** The cards as they lie on the table. No names and no marks stand on them. */
export function TableCards({ open, tools, onTool, onShow, onAgreements, onOther }: Props) {
  const { t } = useTranslation("visit");
  const { file, visit } = open;
  const isFirst = !visitsOf(file).some((one) => one.id !== visit.id && one.begunAt !== undefined);
  return (
    <div className="table-cards">
      <CardButton
        title={t("cards.whatIWrite.title")}
        text={t("cards.whatIWrite.text")}
        onClick={() => onShow(whatIWrite)}
      />
      {tools.map((tool) => (
        <ToolCard key={tool.id} open={open} tool={tool} onTool={onTool} />
      ))}
      {/* A number for safety is not suggested to a family on a first visit. */}
      {!isFirst && tools.some((tool) => tool.id === theMap) && (
        <CardButton
          title={t("cards.howSafe.title")}
          text={t("cards.howSafe.text")}
          onClick={() => onTool(theMap, "scale-fields")}
        />
      )}
      <CardButton
        title={t("cards.agreements.title")}
        text={t("cards.agreements.text")}
        onClick={onAgreements}
        chips={agreementsIn(file, visit.id).length > 0 && <Chip>{t("standing.busy")}</Chip>}
      />
      <CardButton
        tone="dashed"
        title={t("cards.other.title")}
        text={t("cards.other.text")}
        picture={<Plus aria-hidden="true" />}
        onClick={onOther}
      />
    </div>
  );
}

type ToolCardProps = Pick<Props, "open" | "onTool"> & { readonly tool: Instrument };

function ToolCard({ open, tool, onTool }: ToolCardProps) {
  const { t, i18n } = useTranslation(["visit", "instruments"]);
  const { file, visit } = open;
  const standing = toolStanding(file, visit.id, tool);
  const own = `visit:cards.tools.${tool.id}`;
  const lit = isLit(file, visit.id, tool.id);
  return (
    <CardButton
      title={i18n.exists(`${own}.title`) ? t(`${own}.title`) : t(`instruments:${tool.id}.short`)}
      text={i18n.exists(`${own}.text`) ? t(`${own}.text`) : undefined}
      {...(lit ? { tone: "lit" as const } : {})}
      onClick={() => onTool(tool.id, opensAt[tool.id])}
      chips={
        (standing !== "empty" || lit) && (
          <>
            {standing !== "empty" && (
              <Chip tone={standing === "done" ? "good" : "plain"}>{t(`visit:standing.${standing}`)}</Chip>
            )}
            {lit && standing === "empty" && <Chip>{t("visit:standing.lit")}</Chip>}
          </>
        )
      }
    />
  );
}
