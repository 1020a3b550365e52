import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { exportFamilies } from "../../app/backup.ts";
import { listFamilies } from "../../app/families.ts";
import { drawWords } from "../../app/passphrase.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseId } from "../../domain/ids.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { WordsShown } from "../start/ChooseWords.tsx";
import { download } from "./download.ts";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

/** The local date, as it stands in the name of the file. */
const today = (): string => {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** One family or all of them in one file, under five words of its own. */
export function ExportSetting() {
  const { t } = useTranslation("settings");
  const families = useApp((state) => state.families);
  const [search] = useSearchParams();
  const [picked, setPicked] = useState<string | null>(search.get("family"));
  const [words, setWords] = useState<readonly string[]>();
  useEffect(() => {
    if (!families) void listFamilies();
  }, [families]);
  if (families?.length === 0)
    return (
      <SettingPart title={t("parts.export.title")} lead={t("export.lead")}>
        <p>{t("export.nothing")}</p>
      </SettingPart>
    );
  // An address may name a family that is not here: that chooses none.
  const one = families?.find(({ id }) => id === picked);
  const chosen = one ? [one] : (families ?? []);
  return (
    <SettingPart title={t("parts.export.title")} lead={t("export.lead")}>
      <Select
        label={t("export.which")}
        options={(families ?? []).map(({ id, card }) => ({ value: id as string, label: card.name }))}
        value={one?.id ?? null}
        onPick={setPicked}
        placeholder={t("export.all")}
      />
      {words ? (
        <ExportFile words={words} caseIds={chosen.map(({ id }) => id)} />
      ) : (
        <BottomBar>
          <Button variant="main" onClick={() => void drawWords().then(setWords)}>
            {t("export.draw")}
          </Button>
        </BottomBar>
      )}
    </SettingPart>
  );
}

type FileProps = { readonly words: readonly string[]; readonly caseIds: readonly CaseId[] };

function ExportFile({ words, caseIds }: FileProps) {
  const { t } = useTranslation("settings");
  const [isWritten, setWritten] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const task = useTask();
  const name = t("export.fileName", { date: today() });
  const make = () => {
    if (!isWritten) return setAsked(true);
    void task.run(async () => download(await exportFamilies(caseIds, words), name));
  };
  return (
    <>
      <h2>{t("export.words")}</h2>
      <WordsShown words={words} />
      <p className="prose">{t("export.wordsText")}</p>
      <Tick label={t("export.written")} isTicked={isWritten} onTick={setWritten} />
      {isAsked && !isWritten && (
        <Notice tone="caution" live="alert">
          {t("export.writtenNeeded")}
        </Notice>
      )}
      <TaskOutcome task={task} done={t("export.done", { name })} />
      <BottomBar>
        <Button variant="main" isPending={task.isPending} onClick={make}>
          {task.isPending ? t("export.busy") : t("export.make")}
        </Button>
      </BottomBar>
    </>
  );
}
