import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeSettings } from "../../app/families.ts";
import { firstSettings, minuteBounds } from "../../app/profile.ts";
import { useApp } from "../../app/useApp.ts";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

type Minutes = keyof typeof minuteBounds;

const kinds = ["idleMinutes", "tableMinutes", "pinMinutes"] as const;

/** How soon the tablet locks by itself. */
export function LocksSetting() {
  const { t } = useTranslation("settings");
  const isPractice = useApp((state) => state.world === "practice");
  return (
    <SettingPart title={t("parts.locks.title")} lead={t("locks.lead")}>
      {isPractice && <Notice>{t("locks.practice")}</Notice>}
      {kinds.map((kind) => (
        <MinutesField key={kind} kind={kind} />
      ))}
      <p className="prose soft">{t("locks.hidden")}</p>
    </SettingPart>
  );
}

function MinutesField({ kind }: { readonly kind: Minutes }) {
  const { t } = useTranslation("settings");
  const minutes = useApp((state) => (state.settings ?? firstSettings)[kind]);
  const { least, most } = minuteBounds[kind];
  const [refused, setRefused] = useState<string>();
  const task = useTask();
  const keep = (text: string) => {
    const typed = Number(text.trim());
    if (!Number.isInteger(typed) || typed < least || typed > most)
      return setRefused(t("locks.bounds", { least, most }));
    setRefused(undefined);
    if (typed !== minutes) void task.run(() => changeSettings({ [kind]: typed }));
  };
  return (
    <div className="stack stack-s">
      <TextField
        label={t(`locks.${kind}.label`)}
        description={t(`locks.${kind}.note`, { least, most })}
        error={refused}
        inputMode="numeric"
        maxLength={3}
        value={String(minutes)}
        onDone={keep}
      />
      <TaskOutcome task={task} done={t("saved")} />
    </div>
  );
}
