import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { answerItem } from "../../commands/answer.ts";
import type { Means, Unsaid } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { type Instrument, type Item, itemOf, voicesOf } from "../../domain/instrument.ts";
import { isFamily, peopleOf } from "../../domain/people.ts";
import { openVisitOf, visitsOf, visitTime } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ExtraAnswers } from "../../ui/ExtraAnswers.tsx";
import { Scale } from "../../ui/Scale.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { dayOf, momentWords } from "../casefile/when.ts";
import { AskDialog } from "./AskDialog.tsx";

type Props = {
  readonly title: string;
  readonly instrument: Instrument;
  readonly item: Item;
  readonly about: RecordId;
  readonly onClose: () => void;
};

const told: readonly Exclude<Means, "self">[] = ["told", "interpreter", "paper"];

/** A score in somebody's own voice, told to the worker who writes it down. No number is suggested. */
export function ScoreDialog(props: Props) {
  const { file } = useFamily();
  const worker = useApp((state) => state.worker);
  const voices = votersOf(props.instrument, props.item, file, worker);
  return voices.length === 0 ? (
    <NobodyDialog title={props.title} onClose={props.onClose} />
  ) : (
    <ScoreForm {...props} voices={voices} />
  );
}

/** Nothing can be filled in yet: only what to do first. */
function NobodyDialog({ title, onClose }: Pick<Props, "title" | "onClose">) {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  return (
    <Dialog
      title={title}
      closeLabel={t("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <ButtonLink to={paths.person(caseId, "new")} variant="main">
            {t("people.add")}
          </ButtonLink>
        </>
      }
    >
      <p>{t("score.nobody")}</p>
    </Dialog>
  );
}

type FormProps = Props & { readonly voices: readonly Voter[] };

function ScoreForm({ title, instrument, item, about, voices, onClose }: FormProps) {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  const write = useWrite();
  const worker = useApp((state) => state.worker);
  const [voice, setVoice] = useState<RecordId | null>(null);
  const [value, setValue] = useState<number | Unsaid["unsaid"] | null>(null);
  const [means, setMeans] = useState<Exclude<Means, "self">>("told");
  const [visit, setVisit] = useState<RecordId | null>(openVisitOf(file)?.id ?? null);
  const [refused, setRefused] = useState<string>();
  const now = new Date();
  const near = {
    today: t("today"),
    tomorrow: t("tomorrow"),
    yesterday: t("yesterday"),
  };
  const isWorker = voice === worker?.id;

  const save = async (): Promise<void> => {
    if (voice === null || value === null) return;
    // Outside a visit every day is an occasion of its own, so that a later score does not replace an earlier one.
    const place = visit ? { visit } : { occasion: dayOf(now) };
    const outcome = await write(
      answerItem,
      {
        instrument,
        key: { instrument: instrument.id, about, voice, ...place },
        item: item.id,
        value: typeof value === "number" ? value : { unsaid: value },
      },
      { voice, means: isWorker ? "self" : means, ...(visit ? { visit } : {}) },
    );
    if (outcome.ok) onClose();
    else setRefused(outcome.refused);
  };

  const visits = visitsOf(file).filter((one) => one.phase !== "prepare");
  return (
    <AskDialog
      title={title}
      yes={t("score.save")}
      isReady={voice !== null && value !== null}
      refused={refused}
      onYes={() => void save()}
      onClose={onClose}
    >
      <Choice
        label={t("score.who")}
        layout="row"
        options={voices.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        value={voice}
        onPick={setVoice}
      />
      <Scale
        label={t("score.number")}
        value={typeof value === "number" ? value : null}
        onPick={setValue}
        ends={{ low: t("score.low"), high: t("score.high") }}
      />
      <ExtraAnswers
        label={t("score.extra")}
        options={[
          { value: "dontKnow" as const, label: t("value.dontKnow") },
          { value: "ratherNot" as const, label: t("value.ratherNot") },
        ]}
        value={typeof value === "string" ? value : null}
        onPick={setValue}
      />
      {voice !== null && !isWorker && (
        <Choice
          label={t("score.means")}
          layout="row"
          options={told.map((one) => ({ value: one, label: t(`score.meansOf.${one}`) }))}
          value={means}
          onPick={setMeans}
        />
      )}
      {visits.length > 0 && (
        <Select
          label={t("score.visit")}
          placeholder={t("score.noVisit")}
          options={visits.toReversed().map((one) => ({
            value: one.id,
            label: momentWords(i18n.language, visitTime(one), now, near),
          }))}
          value={visit}
          onPick={setVisit}
        />
      )}
    </AskDialog>
  );
}

type Voter = { readonly id: RecordId; readonly name: string };

/** Who may answer this item: people of the family of the right kind, and the worker where it is the worker's too. */
function votersOf(
  instrument: Instrument,
  item: Item,
  file: Parameters<typeof peopleOf>[0],
  worker: Voter | undefined,
): readonly Voter[] {
  const found = itemOf(instrument, item.id);
  const allowed = found ? voicesOf(found.group, found.item) : [];
  const people = peopleOf(file).filter((person) => isFamily(person) && allowed.includes(person.voice));
  return allowed.includes("worker") && worker ? [...people, worker] : people;
}
