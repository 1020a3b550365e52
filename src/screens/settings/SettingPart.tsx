import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import type { Task } from "./useTask.ts";

type Props = {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
};

/** One page of the settings. */
export function SettingPart({ title, lead, children }: Props) {
  const { t } = useTranslation("settings");
  return (
    <Shell title={t("title")} back={paths.settings}>
      <Page title={title} lead={lead} width="text">
        {children}
      </Page>
    </Shell>
  );
}

/** What came of a task: why it failed, or that it is done. */
export function TaskOutcome({ task, done }: { readonly task: Task; readonly done: string }) {
  const { t } = useTranslation("lock");
  if (task.problem)
    return (
      <Notice tone="caution" live="alert">
        {t(`problems.${task.problem}`)}
      </Notice>
    );
  if (!task.isDone) return null;
  return (
    <Notice tone="good" live="status">
      {done}
    </Notice>
  );
}
