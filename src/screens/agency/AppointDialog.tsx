import { useState } from "react";
import { useTranslation } from "react-i18next";
import { appoint } from "../../app/agency/acts.ts";
import type { PersonView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { type GivenRole, RoleChoice } from "./RoleChoice.tsx";
import { useAct } from "./useAct.ts";

type Props = {
  readonly person: PersonView;
  readonly name: string;
  readonly onClose: (isDone: boolean) => void;
};

/** From worker to supervisor, and back. */
export function AppointDialog({ person, name, onClose }: Props) {
  const { t } = useTranslation(["agency", "common"]);
  const { isPending, hindrance, run } = useAct();
  const [role, setRole] = useState<GivenRole>(person.role === "supervisor" ? "supervisor" : "worker");
  const save = async (): Promise<void> => {
    if (role === person.role) return onClose(false);
    if (await run(() => appoint(person.member, role))) onClose(true);
  };
  return (
    <Dialog
      title={t("appoint.title", { name })}
      closeLabel={t("common:close")}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t("common:cancel")}</Button>
          <Button variant="main" isPending={isPending} onClick={() => void save()}>
            {t("appoint.save")}
          </Button>
        </>
      }
    >
      <RoleChoice label={t("appoint.label")} value={role} onPick={setRole} />
      {hindrance && <HindranceNotice hindrance={hindrance} />}
    </Dialog>
  );
}
