import { useTranslation } from "react-i18next";
import { agree } from "../../commands/plan.ts";
import type { RecordId } from "../../domain/ids.ts";
import { agreementFields, agreementOf } from "../../domain/plan.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { Provenance } from "./Provenance.tsx";
import { RecordField } from "./RecordField.tsx";
import { Sheet } from "./Sheet.tsx";

const states = ["running", "kept", "not-kept", "ended"] as const;
const lines = [
  { field: agreementFields.what, kind: "area" },
  { field: agreementFields.who, kind: "line" },
  { field: agreementFields.when, kind: "line" },
  { field: agreementFields.situation, kind: "line" },
  { field: agreementFields.otherwise, kind: "area" },
] as const;

/** Who · what · when · in which situation · and if it doesn't work. */
export function AgreementSheet({ id }: { id: RecordId }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const write = useWrite();
  const { tonight, safety, status, head } = agreementOf(file, id);
  const put = (field: string, value: boolean | string): void =>
    void write(agree, { record: id, values: { [field]: value } });
  return (
    <Sheet id={id} title={t("agreements.sheet")} removeTitle={t("agreements.removeTitle")}>
      <div className="case-sheet">
        {lines.map(({ field, kind }) => (
          <RecordField
            key={field}
            id={id}
            field={field}
            command={agree}
            kind={kind}
            rows={2}
            label={t(`agreements.fields.${field}`)}
          />
        ))}
        <div className="stack-s">
          <Tick
            label={t("agreements.tonight")}
            description={t("agreements.tonightHint")}
            isTicked={tonight}
            onTick={(isTicked) => put(agreementFields.tonight, isTicked)}
          />
          <Tick
            label={t("agreements.safety")}
            description={t("agreements.safetyHint")}
            isTicked={safety}
            onTick={(isTicked) => put(agreementFields.safety, isTicked)}
          />
        </div>
        <Choice
          label={t("agreements.status")}
          layout="row"
          options={states.map((one) => ({ value: one, label: t(`agreements.statusOf.${one}`) }))}
          value={states.find((one) => one === status) ?? null}
          onPick={(one) => put(agreementFields.status, one)}
        />
        {head && <Provenance file={file} origin={head} />}
      </div>
    </Sheet>
  );
}
