import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { writeGoal } from "../../commands/plan.ts";
import { valueAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { goalsGeneral } from "../../domain/instruments/goalsGeneral.ts";
import { goalsSpecific } from "../../domain/instruments/goalsSpecific.ts";
import { scalingQuestions } from "../../domain/instruments/scalingQuestions.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { goalFields, goalOf } from "../../domain/plan.ts";
import { isNegativeGoal } from "../../domain/rules/goals.ts";
import { workerView } from "../../domain/sight.ts";
import { goalScale, trendOf } from "../../domain/trend.ts";
import { dateFromTyped } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useWorkerId, useWrite } from "../casefile/useFamily.ts";
import { typedFrom } from "../casefile/when.ts";
import { QualityCheck } from "./QualityCheck.tsx";
import { RecordField } from "./RecordField.tsx";
import { ScoreDialog } from "./ScoreDialog.tsx";
import { Course, LatestScores } from "./Scores.tsx";
import { Sheet } from "./Sheet.tsx";

const itemsOf = (group: string): readonly string[] =>
  goalsSpecific.groups.find((one) => one.id === group)?.items.map((item) => item.id) ?? [];
const examples: { readonly [group: string]: string } = {
  "group-parent-parenting": "examples-parenting",
  "group-parent-personal": "examples-personal",
  "group-child": "examples-child",
  "group-family": "examples-family",
};
const priorities = ["first", "along", "later"] as const;

/** The goal sheet: the family's own sentence first; the rest helps the worker and locks nothing. */
export function GoalSheet({ id }: { id: RecordId }) {
  const { t } = useTranslation(["casefile", "instruments", "rules"]);
  const { file } = useFamily();
  const write = useWrite();
  const worker = useWorkerId();
  const goal = goalOf(file, id);
  const voice = goal.owner ?? goal.head?.voice ?? worker;
  const people = peopleOf(file).filter(isFamily);
  const word = (item: string): string => t(`instruments:goals-specific.items.${item}`);
  const put = (field: string, value: string | null): void =>
    void write(writeGoal, { record: id, values: { [field]: value } });
  const group = itemsOf("groups").find((one) => one === goal.group) ?? null;
  return (
    <Sheet
      id={id}
      title={t("casefile:goals.sheet")}
      lead={t("rules:R-goal-quality-is-help")}
      removeTitle={t("casefile:goals.removeTitle")}
    >
      <div className="case-sheet">
        <Owner people={people} owner={goal.owner ?? null} onPick={(owner) => put(goalFields.owner, owner)} />
        <RecordField
          key={voice}
          id={id}
          field={goalFields.sentence}
          command={writeGoal}
          kind="area"
          voice={voice}
          means="told"
          label={word("i-would-like")}
          description={t(voice === worker ? "casefile:goals.sentenceHint" : "casefile:goals.sentenceTold", {
            name: people.find((person) => person.id === voice)?.name ?? "",
          })}
        />
        {isNegativeGoal(goal.sentence) && <Notice tone="caution">{t("rules:R-goals-positive")}</Notice>}
        <Choice
          label={t("instruments:goals-specific.groups.groups")}
          options={itemsOf("groups").map((one) => ({ value: one, label: word(one) }))}
          value={group}
          onPick={(one) => put(goalFields.group, one)}
          clear={{ label: t("casefile:clear"), onClear: () => put(goalFields.group, null) }}
        />
        <Disclosure title={t("casefile:goals.examples")}>
          <ul className="stack-s">
            {(group ? [examples[group] ?? ""] : Object.values(examples)).flatMap(itemsOf).map((one) => (
              <li key={one}>{word(one)}</li>
            ))}
          </ul>
        </Disclosure>
        <RecordField
          id={id}
          field={goalFields.seen}
          command={writeGoal}
          kind="area"
          rows={2}
          label={word("seen-when")}
        />
        <Choice
          label={word("priority-class")}
          layout="row"
          options={priorities.map((one) => ({
            value: one,
            label: t(`instruments:goals-specific.choices.priority-class.${one}`),
          }))}
          value={priorities.find((one) => one === goal.priority) ?? null}
          onPick={(one) => put(goalFields.priority, one)}
          clear={{ label: t("casefile:clear"), onClear: () => put(goalFields.priority, null) }}
        />
        <RecordField
          id={id}
          field={goalFields.targetDate}
          command={writeGoal}
          label={word("target-date")}
          description={t("casefile:goals.dateHint")}
          store={dateFromTyped}
          shown={(stored) => typedFrom(stored, t("casefile:aboutWord"))}
        />
        <LinkedGoal id={id} onPick={(one) => put(goalFields.generalGoal, one)} />
        <QualityCheck id={id} />
        <GoalScores id={id} />
      </div>
    </Sheet>
  );
}

type OwnerProps = {
  readonly people: readonly Person[];
  readonly owner: RecordId | null;
  readonly onPick: (owner: RecordId | null) => void;
};

function Owner({ people, owner, onPick }: OwnerProps) {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { caseId } = useFamily();
  if (people.length === 0) {
    return (
      <Notice actions={<ButtonLink to={paths.person(caseId, "new")}>{t("casefile:people.add")}</ButtonLink>}>
        {t("casefile:goals.nobody")}
      </Notice>
    );
  }
  return (
    <Choice
      label={t("instruments:goals-specific.items.owner")}
      description={t("casefile:goals.ownerHint")}
      layout="row"
      options={people.map((person) => ({ value: person.id, label: <bdi>{person.name}</bdi> }))}
      value={owner}
      onPick={onPick}
      clear={{ label: t("casefile:clear"), onClear: () => onPick(null) }}
    />
  );
}

function LinkedGoal({ id, onPick }: { id: RecordId; onPick: (goal: string | null) => void }) {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { file } = useFamily();
  const items = goalsGeneral.groups.find((group) => group.kind === "goal")?.items ?? [];
  const linked = valueAt(file, id, goalFields.generalGoal);
  return (
    <Select
      label={t("instruments:goals-specific.items.linked-general-goal")}
      placeholder={t("casefile:goals.noLink")}
      options={items.map((item) => ({
        value: item.id,
        label: t(`instruments:goals-general.items.${item.id}`),
      }))}
      value={typeof linked === "string" ? linked : null}
      onPick={onPick}
    />
  );
}

/** Scores of this goal, each in somebody's own voice. */
function GoalScores({ id }: { id: RecordId }) {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { file } = useFamily();
  const [isAdding, setAdding] = useState(false);
  const lines = trendOf(file, { ...goalScale, about: id }, workerView);
  const item = scalingQuestions.groups[0]?.items[0];
  const label = t("instruments:goals-specific.items.progress");
  return (
    <Section title={label}>
      {lines.length === 0 ? (
        <p className="soft">{t("casefile:goals.notScored")}</p>
      ) : (
        <LatestScores file={file} lines={lines} label={label} />
      )}
      <Course file={file} lines={lines} label={t("casefile:goals.course")} />
      <div>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t("casefile:score.add")}
        </Button>
      </div>
      {isAdding && item && (
        <ScoreDialog
          title={label}
          instrument={scalingQuestions}
          item={item}
          about={id}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
