import { useTranslation } from "react-i18next";
import { peopleOf, workersOf } from "../../domain/people.ts";
import { visitsOf, visitTime } from "../../domain/visit.ts";
import { Select } from "../../ui/Select.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { momentWords } from "../casefile/when.ts";
import { numberedVisits } from "./numberedVisits.ts";
import { type Filter, kinds } from "./timeline.ts";

type Props = {
  readonly filter: Filter;
  readonly onPick: (name: keyof Filter, value: string | null) => void;
};

export function TimelineFilters({ filter, onPick }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  const now = new Date();
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };
  const people = [...peopleOf(file), ...workersOf(file)];
  return (
    <div className="case-filters no-print">
      <Select<string>
        label={t("timeline.person")}
        placeholder={t("timeline.everybody")}
        options={people.map(({ id, name }) => ({ value: id, label: name || t("people.noName") }))}
        value={filter.person}
        onPick={(value) => onPick("person", value)}
      />
      <Select<string>
        label={t("timeline.visit")}
        placeholder={t("timeline.allVisits")}
        options={numberedVisits(visitsOf(file))
          .toReversed()
          .map(({ visit, number }) => ({
            value: visit.id,
            label: t("visits.numbered", {
              number,
              when: momentWords(i18n.language, visitTime(visit), now, near) || t("visits.noDate"),
            }),
          }))}
        value={filter.visit}
        onPick={(value) => onPick("visit", value)}
      />
      <Select<string>
        label={t("timeline.kind")}
        placeholder={t("timeline.allKinds")}
        options={kinds.map((kind) => ({ value: kind, label: t(`timeline.kinds.${kind}`) }))}
        value={filter.kind}
        onPick={(value) => onPick("kind", value)}
      />
    </div>
  );
}
