import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type BackupContent,
  type Imported,
  importFamilies,
  type OpenedFile,
  readBackup,
} from "../../app/backup.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { FileField } from "../../ui/FileField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

/** A file from another device: its words, who made it, and then what came of each family in it. */
export function ImportSetting() {
  const { t } = useTranslation("settings");
  const [content, setContent] = useState<BackupContent>();
  const [imported, setImported] = useState<readonly Imported[]>();
  return (
    <SettingPart title={t("parts.import.title")} lead={t("import.lead")}>
      {imported ? (
        <ImportReport imported={imported} />
      ) : content ? (
        <TakeIn content={content} onImported={setImported} />
      ) : (
        <OpenFile onOpened={setContent} />
      )}
    </SettingPart>
  );
}

function OpenFile({ onOpened }: { readonly onOpened: (content: BackupContent) => void }) {
  const { t } = useTranslation(["settings", "lock"]);
  const [file, setFile] = useState<File>();
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<Exclude<OpenedFile, { readonly ok: true }>["reason"]>();
  const [isAsked, setAsked] = useState(false);
  const task = useTask();
  const isEmpty = typed.trim() === "";
  const open = () => {
    setAsked(true);
    setRefused(undefined);
    if (!file || isEmpty) return;
    void task.run(async () => {
      const opened = await readBackup(new Uint8Array(await file.arrayBuffer()), typed);
      if (opened.ok) onOpened(opened.content);
      else setRefused(opened.reason);
    });
  };
  return (
    <>
      <FileField
        label={t("import.file")}
        description={t("import.fileHint")}
        error={isAsked && !file ? t("import.fileNeeded") : undefined}
        onPick={setFile}
      />
      <PassphraseField
        label={t("import.words")}
        description={t("import.wordsHint")}
        error={isAsked && isEmpty ? t("import.wordsNeeded") : undefined}
        labels={{ show: t("lock:passphrase.show"), hide: t("lock:passphrase.hide") }}
        value={typed}
        onValue={setTyped}
        onEnter={open}
      />
      {refused && (
        <Notice tone="caution" live="alert">
          {t(`import.refused.${refused}`)}
        </Notice>
      )}
      {task.problem && <TaskOutcome task={task} done="" />}
      <BottomBar>
        <Button variant="main" isPending={task.isPending} onClick={open}>
          {task.isPending ? t("import.opening") : t("import.open")}
        </Button>
      </BottomBar>
    </>
  );
}

type TakeInProps = {
  readonly content: BackupContent;
  readonly onImported: (imported: readonly Imported[]) => void;
};

function TakeIn({ content, onImported }: TakeInProps) {
  const { t, i18n } = useTranslation("settings");
  const worker = useApp((state) => state.worker);
  const isOther = worker?.id !== content.author.id;
  const [who, setWho] = useState<"same" | "other" | null>(isOther ? null : "other");
  const [isAsked, setAsked] = useState(false);
  const task = useTask();
  const take = () => {
    if (who === null) return setAsked(true);
    void task.run(async () => onImported(await importFamilies(content, who === "same")));
  };
  return (
    <>
      <p className="prose">
        {t("import.found", {
          count: content.cases.length,
          name: content.author.name,
          made: dateTimeOf(i18n.language, new Date(content.made)),
        })}
      </p>
      {isOther && (
        <Choice
          label={t("import.who", { name: content.author.name })}
          options={[
            { value: "same" as const, label: t("import.same"), description: t("import.sameText") },
            { value: "other" as const, label: t("import.other"), description: t("import.otherText") },
          ]}
          value={who}
          onPick={setWho}
        />
      )}
      {isAsked && who === null && (
        <Notice tone="caution" live="alert">
          {t("import.whoNeeded")}
        </Notice>
      )}
      {task.problem && <TaskOutcome task={task} done="" />}
      <BottomBar>
        <Button variant="main" isPending={task.isPending} onClick={take}>
          {task.isPending ? t("import.taking") : t("import.take")}
        </Button>
      </BottomBar>
    </>
  );
}

function ImportReport({ imported }: { readonly imported: readonly Imported[] }) {
  const { t } = useTranslation("settings");
  const refused = imported.reduce((sum, one) => sum + one.refused.length, 0);
  return (
    <>
      <Notice tone={refused > 0 ? "caution" : "good"} live="status">
        {refused > 0 ? t("import.partly", { count: refused }) : t("import.done")}
      </Notice>
      {imported.map((one) => (
        <Card key={one.case} as="section">
          <div className="stack stack-s">
            <h2>{one.name || t("import.unnamed")}</h2>
            <p>{t("import.counts", { stored: one.stored, inFile: one.inFile })}</p>
            {one.refused.length > 0 && (
              <ul>
                {one.refused.map(({ id, why }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: what has no id has nothing but its place
                  <li key={index}>
                    {t(`putAside.${why}`)} {id && <code>{id.slice(0, 8)}</code>}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Card>
      ))}
      <BottomBar>
        <ButtonLink to={paths.families} variant="main">
          {t("import.toFamilies")}
        </ButtonLink>
      </BottomBar>
    </>
  );
}
