import { useTranslation } from "react-i18next";
import { planVisit } from "../../commands/visit.ts";
import { valueAt } from "../../domain/casefile.ts";
import { isChild, isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { visitFields } from "../../domain/visit.ts";
import { listOf } from "../../i18n/formats.ts";
import { Ticks } from "../../ui/Ticks.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import { Section } from "../casefile/Section.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { useUndoIn } from "./useUndoIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** To whom it may be told: one place per person, apart from who may see an answer. */
export const toldTo = (person: string): string => `${visitFields.childWantsTold}/to/${person}`;

const namesOf = (people: readonly Person[]): readonly string[] => people.map((person) => person.name);

/** What the child wants to be told, in its own words, and to whom. */
export function ChildTold({ open: visited }: { readonly open: OpenVisit }) {
  const { t, i18n } = useTranslation("visit");
  const { open, undo } = useUndoIn(visited);
  const { caseId, file, visit, worker, write } = open;
  const people = peopleOf(file).filter((person) => person.name !== "");
  const children = people.filter((person) => isChild(person));
  if (children.length === 0) return null;
  const there = children.filter(({ id }) => valueAt(file, visit.id, visitFields.with(id)) === true);
  const names = listOf(i18n.language, namesOf(there.length > 0 ? there : children));
  const adults = people.filter((person) => !isChild(person) && isFamily(person));
  return (
    <Section title={t("childTold.title")}>
      <div className="visit-panel stack">
        <KeptField
          kind="area"
          rows={3}
          caseId={caseId}
          record={visit.id}
          field={visitFields.childWantsTold}
          voice={worker.id}
          label={t("childTold.label", { names })}
          description={t("childTold.hint")}
          save={(text, { over, clearsDraft }) =>
            write(
              planVisit,
              {
                record: visit.id,
                values: { [visitFields.childWantsTold]: text },
                over: { [visitFields.childWantsTold]: over },
              },
              { clearsDraft },
            )
          }
        />
        <Ticks
          label={t("childTold.to")}
          layout="row"
          options={adults.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          values={adults.filter(({ id }) => valueAt(file, visit.id, toldTo(id)) === true).map(({ id }) => id)}
          onTick={(person, may) =>
            void write(planVisit, { record: visit.id, values: { [toldTo(person)]: may } })
          }
        />
        <UndoLine undo={undo} file={file} />
      </div>
    </Section>
  );
}
