import { useTranslation } from "react-i18next";
import { revoke } from "../../app/agency/acts.ts";
import type { DeviceView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { useAct } from "./useAct.ts";
import "./agency.css";

const said = ["refused", "keys", "late", "stays", "forever"] as const;

type Props = {
  readonly device: DeviceView;
  readonly number: number;
  readonly name: string;
  readonly onClose: (isDone: boolean) => void;
};

/** What happens to a device that is revoked, before it does. */
export function RevokeDialog({ device, number, name, onClose }: Props) {
  const { t } = useTranslation(["agency", "common"]);
  const { isPending, hindrance, run } = useAct();
  const yes = async (): Promise<void> => {
    if (await run(() => revoke(device.id))) onClose(true);
  };
  return (
    <Dialog
      role="alertdialog"
      title={t("revoke.title", { number, name })}
      closeLabel={t("common:close")}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t("revoke.no")}</Button>
          <Button variant="danger" isPending={isPending} onClick={() => void yes()}>
            {t("revoke.yes")}
          </Button>
        </>
      }
    >
      <ul className="agency-list">
        {said.map((one) => (
          <li key={one}>{t(`revoke.${one}`)}</li>
        ))}
      </ul>
      {hindrance && <HindranceNotice hindrance={hindrance} />}
    </Dialog>
  );
}
