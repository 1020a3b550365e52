import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allowSight } from "../../commands/sight.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Person } from "../../domain/people.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { possibleKnowers, type Spoken } from "./permissions.ts";
import { spokenWords } from "./spokenWords.ts";

type Props = {
  readonly person: Person;
  readonly spoken: readonly Spoken[];
  readonly onClose: () => void;
};

const told: readonly Exclude<Means, "self">[] = ["told", "interpreter", "paper"];

const withOne = (all: readonly RecordId[], one: RecordId, isIn: boolean): readonly RecordId[] =>
  isIn ? [...all, one] : all.filter((id) => id !== one);

/** A permission that this person told the worker: for what, to whom, yes or no. Nothing is filled in beforehand. */
export function PermissionDialog({ person, spoken, onClose }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  const write = useWrite();
  const [records, setRecords] = useState<readonly RecordId[]>([]);
  const [persons, setPersons] = useState<readonly RecordId[]>([]);
  const [answer, setAnswer] = useState<"yes" | "no" | null>(null);
  const [means, setMeans] = useState<(typeof told)[number]>("told");
  const [refused, setRefused] = useState<string>();
  const isComplete = records.length > 0 && persons.length > 0 && answer !== null;
  const save = async (): Promise<void> => {
    const may = Object.fromEntries(persons.map((id) => [id, answer === "yes"]));
    const outcome = await write(allowSight, { records, persons: may }, { voice: person.id, means });
    if (outcome.ok) onClose();
    else setRefused(outcome.refused);
  };
  return (
    <Dialog
      title={t("casefile:sight.add")}
      closeLabel={t("casefile:close")}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{t("casefile:cancel")}</Button>
          <Button variant="main" disabled={!isComplete} onClick={() => void save()}>
            {t("casefile:sight.save")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Ticks
          label={t("casefile:sight.what", { name: person.name })}
          layout="list"
          options={spoken.map((one) => ({ value: one.record, label: spokenWords(speaking, one) }))}
          values={records}
          onTick={(record, isIn) => setRecords(withOne(records, record, isIn))}
        />
        <Ticks
          label={t("casefile:sight.who")}
          layout="row"
          options={possibleKnowers(file, person.id).map(({ id, name }) => ({
            value: id,
            label: <bdi>{name}</bdi>,
          }))}
          values={persons}
          onTick={(id, isIn) => setPersons(withOne(persons, id, isIn))}
        />
        <Segments
          label={t("casefile:sight.answer", { name: person.name })}
          options={[
            { value: "yes", label: t("casefile:sight.yes") },
            { value: "no", label: t("casefile:sight.no") },
          ]}
          value={answer}
          onPick={setAnswer}
        />
        <Choice
          label={t("casefile:sight.means")}
          layout="row"
          options={told.map((one) => ({ value: one, label: t(`casefile:score.meansOf.${one}`) }))}
          value={means}
          onPick={setMeans}
        />
        {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      </div>
    </Dialog>
  );
}
