import { useState } from "react";
import { useTranslation } from "react-i18next";
import { offerFamily } from "../../app/agency/acts.ts";
import type { PersonView, SharingView } from "../../app/agency/views.ts";
import { ActDialog } from "./ActDialog.tsx";
import { ColleagueField } from "./ColleagueField.tsx";

type Props = {
  readonly sharing: SharingView;
  readonly others: readonly PersonView[];
  readonly onClose: () => void;
};

/** Asks a colleague to take the family over. */
export function OfferDialog({ sharing, others, onClose }: Props) {
  const { t } = useTranslation("sharing");
  const [picked, setPicked] = useState<string | null>(null);
  const [isNeeded, setNeeded] = useState(false);
  // Who works here already need not be asked; who was asked is being waited for.
  const among = others.filter(
    ({ member }) =>
      !sharing.offers.some((one) => one.member === member) &&
      !sharing.members.some((one) => one.member === member && one.right === "write"),
  );
  const act = () => {
    if (picked !== null) return offerFamily(sharing.case, picked);
    setNeeded(true);
    return undefined;
  };
  return (
    <ActDialog
      title={t("offer.title")}
      yes={t("offer.yes")}
      act={among.length > 0 ? act : undefined}
      onClose={onClose}
    >
      {among.length === 0 ? (
        <p className="prose">{t("offer.none")}</p>
      ) : (
        <>
          <ColleagueField among={among} value={picked} isNeeded={isNeeded} onPick={setPicked} />
          <p className="prose">{t("offer.text")}</p>
        </>
      )}
    </ActDialog>
  );
}
