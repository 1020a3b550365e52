import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { listFamilies, removeFamily } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import type { ListedFamily } from "../../app/state.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { type Task, useTask } from "./useTask.ts";

/** The one place where something can be taken off this device: by name, asked twice, a copy offered first. */
export function RemoveSetting() {
  const { t } = useTranslation("settings");
  const families = useApp((state) => state.families);
  const [asked, setAsked] = useState<ListedFamily>();
  const task = useTask();
  useEffect(() => {
    if (!families) void listFamilies();
  }, [families]);
  return (
    <SettingPart title={t("parts.remove.title")} lead={t("remove.lead")}>
      <Notice tone="caution">{t("remove.only")}</Notice>
      {families?.length === 0 && <p>{t("remove.nothing")}</p>}
      <ul className="stack stack-s">
        {families?.map((family) => (
          <Card key={family.id} as="li">
            <div className="row row-between">
              <span className="strong">{family.card.name}</span>
              <div className="row">
                <ButtonLink to={`${paths.setting("export")}?family=${family.id}`}>
                  {t("remove.copyFirst")}
                </ButtonLink>
                <Button
                  variant="danger"
                  aria-label={t("remove.one", { name: family.card.name })}
                  onClick={() => setAsked(family)}
                >
                  {t("remove.button")}
                </Button>
              </div>
            </div>
          </Card>
        ))}
      </ul>
      <TaskOutcome task={task} done={t("remove.done")} />
      {asked && <AskTwice family={asked} task={task} onClose={() => setAsked(undefined)} />}
    </SettingPart>
  );
}

type AskProps = { readonly family: ListedFamily; readonly task: Task; readonly onClose: () => void };

function AskTwice({ family, task, onClose }: AskProps) {
  const { t } = useTranslation(["settings", "common"]);
  const [question, setQuestion] = useState<"first" | "second">("first");
  const name = family.card.name;
  const yes = () => {
    if (question === "first") return setQuestion("second");
    void task.run(() => removeFamily(family.id)).then(onClose);
  };
  const no = <Button onClick={onClose}>{t("remove.no")}</Button>;
  const goOn = (
    <Button variant="danger" isPending={task.isPending} onClick={yes}>
      {t(`remove.${question}.yes`)}
    </Button>
  );
  return (
    <Dialog
      key={question}
      role="alertdialog"
      title={t(`remove.${question}.title`, { name })}
      closeLabel={t("common:close")}
      onClose={onClose}
      actions={
        question === "first" ? (
          <>
            {no}
            {goOn}
            <ButtonLink to={`${paths.setting("export")}?family=${family.id}`} variant="main">
              {t("remove.copyFirst")}
            </ButtonLink>
          </>
        ) : (
          <>
            {no}
            {goOn}
          </>
        )
      }
    >
      <p>{t(`remove.${question}.text`, { name })}</p>
    </Dialog>
  );
}
