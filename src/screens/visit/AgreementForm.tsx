import { useTranslation } from "react-i18next";
import { agree } from "../../commands/plan.ts";
import { allowSight } from "../../commands/sight.ts";
import { valueAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { isFamily, peopleOf } from "../../domain/people.ts";
import { agreementFields, agreementOf } from "../../domain/plan.ts";
import { Tick } from "../../ui/Tick.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = { readonly open: OpenVisit; readonly id: RecordId };

const texts = [
  { field: agreementFields.what, kind: "area" },
  { field: agreementFields.who, kind: "line" },
  { field: agreementFields.when, kind: "line" },
  { field: agreementFields.situation, kind: "line" },
  { field: agreementFields.otherwise, kind: "area" },
] as const;

/** Who · what · when · in which situation · and if it doesn't work. */
export function AgreementForm({ open, id }: Props) {
  const { t } = useTranslation("visit");
  const { caseId, file, worker, write } = open;
  const { tonight, safety } = agreementOf(file, id);
  const mark = (field: string, value: boolean) =>
    void write(agree, { record: id, values: { [field]: value } });
  return (
    <div className="stack">
      {texts.map(({ field, kind }) => (
        <KeptField
          key={field}
          kind={kind}
          rows={2}
          caseId={caseId}
          record={id}
          field={field}
          voice={worker.id}
          label={t(`agreement.${field}`)}
          save={(text, { over, clearsDraft }) =>
            write(agree, { record: id, values: { [field]: text }, over: { [field]: over } }, { clearsDraft })
          }
        />
      ))}
      <div className="visit-marks">
        <Tick
          label={t("agreement.tonight")}
          isTicked={tonight}
          onTick={(value) => mark(agreementFields.tonight, value)}
        />
        <Tick
          label={t("agreement.safety")}
          isTicked={safety}
          onTick={(value) => mark(agreementFields.safety, value)}
        />
      </div>
      <AgreedWith open={open} id={id} />
    </div>
  );
}

/** With whom it was agreed: they may read it. Nobody is filled in beforehand. */
function AgreedWith({ open, id }: Props) {
  const { t } = useTranslation("visit");
  const { file, write } = open;
  const people = peopleOf(file).filter((person) => isFamily(person) && person.name !== "");
  if (people.length === 0) return null;
  return (
    <Ticks
      label={t("agreement.with")}
      description={t("agreement.withHint")}
      layout="row"
      options={people.map(({ id: value, name }) => ({ value, label: <bdi>{name}</bdi> }))}
      values={people
        .filter((person) => valueAt(file, id, fields.mayKnow(person.id)) === true)
        .map((person) => person.id)}
      onTick={(person, may) => void write(allowSight, { records: [id], persons: { [person]: may } })}
    />
  );
}
