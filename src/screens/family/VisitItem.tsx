import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { removeRecord } from "../../commands/records.ts";
import { beginVisit } from "../../commands/visit.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { toolsOf, type Visit, visitTime } from "../../domain/visit.ts";
import { listOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { dateFrom, dayOf, momentWords } from "../casefile/when.ts";
import { AskDialog } from "./AskDialog.tsx";

type Props = { readonly visit: Visit; readonly number: number };

export function VisitItem({ visit, number }: Props) {
  const { t, i18n } = useTranslation(["casefile", "common"]);
  const { caseId, file } = useFamily();
  const navigate = useNavigate();
  const write = useWrite();
  const [isRemoving, setRemoving] = useState(false);
  const [refused, setRefused] = useState<string>();
  const now = new Date();
  const near = {
    today: t("casefile:today"),
    tomorrow: t("casefile:tomorrow"),
    yesterday: t("casefile:yesterday"),
  };
  const when = momentWords(i18n.language, visitTime(visit), now, near) || t("casefile:visits.noDate");
  const at = dateFrom(visit.plannedAt);
  const present = peopleAt(file, visit);
  const tools = toolsOf(file, visit.id).length;

  const begin = async (): Promise<void> => {
    const outcome = await write(beginVisit, { visit: visit.id }, { visit: visit.id });
    if (outcome.ok) await navigate(paths.table(caseId, visit.id));
    else setRefused(outcome.refused);
  };
  const remove = async (): Promise<void> => {
    const outcome = await write(removeRecord, { record: visit.id });
    if (!outcome.ok) setRefused(outcome.refused);
    setRemoving(false);
  };

  return (
    <li className="case-item">
      <div className="row row-between">
        <h3 className="case-item-title">{t("casefile:visits.numbered", { number, when })}</h3>
        {visit.phase === "prepare" && (
          <MenuButton
            label={t("casefile:visits.more", { number })}
            actions={[
              {
                id: "remove",
                label: t("casefile:visits.remove"),
                icon: <Trash2 aria-hidden="true" />,
                tone: "danger",
                onPick: () => setRemoving(true),
              },
            ]}
          />
        )}
      </div>
      <div className="case-item-facts">
        {visit.location && <bdi className="soft">{visit.location}</bdi>}
        {present.length > 0 && <bdi className="soft">{listOf(i18n.language, present)}</bdi>}
        {visit.phase === "prepare" && at && dayOf(at) < dayOf(now) && (
          <Chip>{t("casefile:visits.passed")}</Chip>
        )}
        {visit.phase === "prepare" && tools > 0 && (
          <Chip>{t("casefile:visits.laidOut", { count: tools })}</Chip>
        )}
      </div>
      <div className="case-item-actions">
        <VisitActions visit={visit} onBegin={() => void begin()} />
      </div>
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      {isRemoving && (
        <AskDialog
          isAlert
          variant="danger"
          title={t("casefile:visits.removeTitle")}
          yes={t("casefile:visits.remove")}
          onYes={() => void remove()}
          onClose={() => setRemoving(false)}
        >
          <p>{t("casefile:visits.removeText")}</p>
        </AskDialog>
      )}
    </li>
  );
}

function VisitActions({ visit, onBegin }: { visit: Visit; onBegin: () => void }) {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  if (visit.phase === "table") {
    return (
      <>
        <ButtonLink variant="main" to={paths.table(caseId, visit.id)}>
          {t("visitOpen.return")}
        </ButtonLink>
        <ButtonLink to={paths.finish(caseId, visit.id)}>{t("visits.finish")}</ButtonLink>
      </>
    );
  }
  if (visit.phase === "prepare") {
    return (
      <>
        <ButtonLink variant="main" to={paths.prepare(caseId, visit.id)}>
          {t("visits.prepare")}
        </ButtonLink>
        <Button onClick={onBegin}>{t("visits.begin")}</Button>
      </>
    );
  }
  return (
    <>
      <ButtonLink to={`${paths.timeline(caseId)}?visit=${visit.id}`}>{t("visits.toTimeline")}</ButtonLink>
      <ButtonLink to={paths.finish(caseId, visit.id)}>{t("visits.toFinish")}</ButtonLink>
      <ButtonLink to={paths.leaveBehind(caseId, visit.id)}>{t("visits.leaveBehind")}</ButtonLink>
    </>
  );
}

/** Names of who was to be there. */
function peopleAt(file: Parameters<typeof nameOf>[0], visit: Visit): readonly string[] {
  const names: string[] = [];
  for (const [field, place] of file.records.get(visit.id) ?? []) {
    if (!field.startsWith("with/") || place.heads[0]?.value !== true) continue;
    names.push(nameOf(file, field.slice("with/".length) as RecordId));
  }
  return names.filter(Boolean);
}
