import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { isChild, isFamily, peopleOf } from "../../domain/people.ts";
import { decisionFields } from "../../domain/safety.ts";
import { Choice } from "../../ui/Choice.tsx";
import { YesNoUnknown } from "../../ui/YesNoUnknown.tsx";

type Props = {
  readonly file: CaseFile;
  /** Of one child, or of the family's record: of all its children at once. */
  readonly about: RecordId;
  value(field: string): Value | undefined;
  write(field: string, value: Value): void;
};

const saidOf = (value: Value | undefined): "yes" | "no" | "unknown" | null =>
  value === "yes" || value === "no" || value === "unknown" ? value : null;

/** What must be known before anything else, one tap each. */
export function ThreeQuestions({ file, about, value, write }: Props) {
  const { t } = useTranslation("safety");
  const people = peopleOf(file);
  const adults = people.filter((person) => isFamily(person) && !isChild(person));
  const isOfMore = about === familyRecord && people.filter(isChild).length > 1;
  const adult = value(decisionFields.responsibleAdult);
  const labels = { yes: t("yes"), no: t("no"), unknown: t("unknown") };
  return (
    <div className="safety-questions">
      <YesNoUnknown
        label={t(isOfMore ? "areSafe" : "isSafe")}
        labels={labels}
        value={saidOf(value(decisionFields.safePlace))}
        onPick={(picked) => write(decisionFields.safePlace, picked)}
      />
      <Choice
        label={t(isOfMore ? "whichAdultOfMore" : "whichAdult")}
        layout="row"
        options={[
          ...adults.map((person) => ({ value: person.id as string, label: person.name })),
          { value: "no", label: t("nobody") },
          { value: "unknown", label: t("unknown") },
        ]}
        value={typeof adult === "string" ? adult : null}
        onPick={(picked) => write(decisionFields.responsibleAdult, picked === adult ? null : picked)}
      />
      <YesNoUnknown
        label={t("canIStay")}
        labels={{ yes: labels.yes, no: labels.no }}
        value={saidOf(value(decisionFields.canStay))}
        onPick={(picked) => write(decisionFields.canStay, picked)}
      />
    </div>
  );
}
