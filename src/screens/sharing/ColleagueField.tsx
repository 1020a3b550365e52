import { useTranslation } from "react-i18next";
import type { PersonView } from "../../app/agency/views.ts";
import { Select } from "../../ui/Select.tsx";

type Props = {
  readonly among: readonly PersonView[];
  readonly value: string | null;
  /** It was to be chosen, and is not. */
  readonly isNeeded: boolean;
  readonly onPick: (member: string | null) => void;
};

export function ColleagueField({ among, value, isNeeded, onPick }: Props) {
  const { t } = useTranslation("sharing");
  return (
    <Select
      label={t("add.who")}
      placeholder={t("add.choose")}
      options={among.map(({ member, name }) => ({ value: member, label: name }))}
      value={value}
      onPick={onPick}
      error={isNeeded && value === null ? t("add.needed") : undefined}
    />
  );
}
