import { useTranslation } from "react-i18next";
import { writeGoal } from "../../commands/plan.ts";
import { valueAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { goalsSpecific } from "../../domain/instruments/goalsSpecific.ts";
import { goalFields } from "../../domain/plan.ts";
import { isAnswered } from "../../domain/run.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { type YesNo, YesNoUnknown } from "../../ui/YesNoUnknown.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";

const criteria =
  goalsSpecific.groups.find((group) => group.id === "quality")?.items.map((item) => item.id) ?? [];

/** Eight questions that help the worker look at a goal. None of them holds the goal up. */
export function QualityCheck({ id }: { id: RecordId }) {
  const { t } = useTranslation(["casefile", "instruments", "tools"]);
  const { file } = useFamily();
  const write = useWrite();
  const answerTo = (one: string): YesNo | null => {
    const value = valueAt(file, id, goalFields.quality(one));
    return value === "yes" || value === "no" || value === "unknown" ? value : null;
  };
  const looked = criteria.filter((one) => isAnswered(valueAt(file, id, goalFields.quality(one)))).length;
  return (
    <Disclosure
      title={t("instruments:goals-specific.groups.quality")}
      aside={<span className="soft small">{t("casefile:goals.looked", { count: looked })}</span>}
    >
      <div className="stack">
        {criteria.map((one) => (
          <YesNoUnknown
            key={one}
            layout="beside"
            label={t(`instruments:goals-specific.items.${one}`)}
            labels={{
              yes: t("tools:say.yes"),
              no: t("tools:say.no"),
              unknown: t("tools:say.dontKnow"),
            }}
            value={answerTo(one)}
            onPick={(value) =>
              void write(writeGoal, { record: id, values: { [goalFields.quality(one)]: value } })
            }
          />
        ))}
      </div>
    </Disclosure>
  );
}
