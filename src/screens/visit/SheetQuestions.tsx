import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { RecordId } from "../../domain/ids.ts";
import { dangers } from "../../domain/leftBehind.ts";
import { possibleReaders } from "../../reports/leaveBehindLines.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import type { SheetChoice } from "./sheetChoice.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = {
  readonly open: OpenVisit;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
};

const withOne = (all: readonly RecordId[], one: RecordId, isIn: boolean): readonly RecordId[] =>
  isIn ? [...all, one] : all.filter((id) => id !== one);

/** "Voor wie is dit blad?" and "Wie kan het vinden? Kan dat gevaar geven?", before anything can be chosen. */
export function SheetQuestions({ open, choice, onChoice }: Props) {
  const { t } = useTranslation("sheets");
  const people = possibleReaders(open.file);
  if (people.length === 0) {
    return (
      <EmptyState
        title={t("questions.nobody")}
        action={<ButtonLink to={paths.person(open.caseId, "new")}>{t("questions.add")}</ButtonLink>}
      />
    );
  }
  const options = people.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }));
  return (
    <div className="visit-panel stack">
      <Ticks
        label={t("questions.for")}
        layout="row"
        options={options}
        values={choice.readers}
        onTick={(id, isIn) => onChoice({ ...choice, readers: withOne(choice.readers, id, isIn) })}
      />
      <Ticks
        label={t("questions.find")}
        description={t("questions.findHint")}
        layout="row"
        options={options}
        values={choice.finders}
        onTick={(id, isIn) => onChoice({ ...choice, finders: withOne(choice.finders, id, isIn) })}
      />
      <Segments
        label={t("questions.danger")}
        options={dangers.map((value) => ({ value, label: t(`dangers.${value}`) }))}
        value={choice.danger}
        onPick={(danger) => onChoice({ ...choice, danger })}
      />
    </div>
  );
}
