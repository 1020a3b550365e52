import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import type { ListedFamily } from "../../app/state.ts";
import { runCommand } from "../../app/useCase.ts";
import { planVisit } from "../../commands/visit.ts";
import type { RecordId } from "../../domain/ids.ts";
import { visitFields } from "../../domain/visit.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { createdRecord } from "../casefile/created.ts";
import { momentOf, momentWords } from "../casefile/when.ts";
import { inOrder, nextPlanned } from "./findFamilies.ts";

type Props = {
  readonly families: readonly ListedFamily[];
  readonly now: Date;
  readonly onClose: () => void;
};

/** Whom the worker visits: who is planned soonest stands first; anybody else gets a visit for now. */
export function StartVisitDialog({ families, now, onClose }: Props) {
  const { t, i18n } = useTranslation("families");
  const navigate = useNavigate();
  const [isRefused, setRefused] = useState(false);
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };

  const begin = async (family: ListedFamily): Promise<void> => {
    const planned = nextPlanned(family);
    if (planned) return void navigate(paths.prepare(family.id, planned.id as RecordId));
    const outcome = await runCommand(family.id, planVisit, {
      values: { [visitFields.plannedAt]: momentOf(now) },
    });
    const visit = createdRecord(outcome, "visit");
    if (visit) await navigate(paths.prepare(family.id, visit));
    else setRefused(true);
  };

  const soonest = [...inOrder(families, i18n.language)].sort((a, b) =>
    (nextPlanned(a)?.at ?? "9999").localeCompare(nextPlanned(b)?.at ?? "9999"),
  );
  return (
    <Dialog title={t("start.title")} closeLabel={t("close")} onClose={onClose}>
      <div className="stack">
        <TaskList
          tasks={soonest.map((family) => {
            const planned = nextPlanned(family);
            return {
              id: family.id,
              title: family.card.name,
              note: planned ? momentWords(i18n.language, planned.at, now, near) : t("start.unplanned"),
              onClick: () => void begin(family),
            };
          })}
        />
        {isRefused && (
          <Notice tone="caution" live="alert" title={t("new.notKept")}>
            {t("start.notKept")}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
