import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allowSight } from "../../commands/sight.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Person } from "../../domain/people.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { AskDialog } from "./AskDialog.tsx";
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
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  const write = useWrite();
  const [records, setRecords] = useState<readonly RecordId[]>([]);
  const [persons, setPersons] = useState<readonly RecordId[]>([]);
  const [answer, setAnswer] = useState<"yes" | "no" | null>(null);
  const [means, setMeans] = useState<(typeof told)[number]>("told");
  const [refused, setRefused] = useState<string>();
  const save = async (): Promise<void> => {
    const may = Object.fromEntries(persons.map((id) => [id, answer === "yes"]));
    const outcome = await write(allowSight, { records, persons: may }, { voice: person.id, means });
    if (outcome.ok) onClose();
    else setRefused(outcome.refused);
  };
  return (
    <AskDialog
      title={t("sight.add")}
      yes={t("sight.save")}
      isReady={records.length > 0 && persons.length > 0 && answer !== null}
      width="wide"
      refused={refused}
      onYes={() => void save()}
      onClose={onClose}
    >
      <Ticks
        label={t("sight.what", { name: person.name })}
        layout="list"
        options={spoken.map((one) => ({ value: one.record, label: spokenWords(speaking, one) }))}
        values={records}
        onTick={(record, isIn) => setRecords(withOne(records, record, isIn))}
      />
      <Ticks
        label={t("sight.who")}
        layout="row"
        options={possibleKnowers(file, person.id).map(({ id, name }) => ({
          value: id,
          label: <bdi>{name}</bdi>,
        }))}
        values={persons}
        onTick={(id, isIn) => setPersons(withOne(persons, id, isIn))}
      />
      <Segments
        label={t("sight.answer", { name: person.name })}
        options={[
          { value: "yes", label: t("sight.yes") },
          { value: "no", label: t("sight.no") },
        ]}
        value={answer}
        onPick={setAnswer}
      />
      <Choice
        label={t("sight.means")}
        layout="row"
        options={told.map((one) => ({ value: one, label: t(`score.meansOf.${one}`) }))}
        value={means}
        onPick={setMeans}
      />
    </AskDialog>
  );
}
