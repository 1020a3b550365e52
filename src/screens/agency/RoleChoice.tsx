import { useTranslation } from "react-i18next";
import { Choice } from "../../ui/Choice.tsx";

/** What an administrator may give. An administrator is made with the agency's recovery sheet only. */
const givenRoles = ["worker", "supervisor"] as const;
export type GivenRole = (typeof givenRoles)[number];

type Props = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: GivenRole | null;
  readonly onPick: (role: GivenRole) => void;
};

export function RoleChoice({ label, error, value, onPick }: Props) {
  const { t } = useTranslation("agency");
  return (
    <Choice
      label={label}
      error={error}
      layout="list"
      options={givenRoles.map((role) => ({
        value: role,
        label: t(`roleNames.${role}`),
        description: t(`roleText.${role}`),
      }))}
      value={value}
      onPick={onPick}
    />
  );
}
