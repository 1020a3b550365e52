import { useTranslation } from "react-i18next";
import { withdrawOffer } from "../../app/agency/acts.ts";
import type { SharingView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { useAct } from "./useAct.ts";
import { WhyNot } from "./WhyNot.tsx";

type Props = { readonly sharing: SharingView; readonly offer: SharingView["offers"][number] };

/** "Gevraagd om over te nemen: Youssef", with the way to take that back. */
export function OpenOffer({ sharing, offer }: Props) {
  const { t } = useTranslation("sharing");
  const { isPending, why, run } = useAct();
  const name = offer.name || t("someone");
  return (
    <div className="stack stack-s">
      <div className="row row-between">
        <p className="grow">{t("offer.pending", { name })}</p>
        {sharing.mayWrite && (
          <Button
            variant="quiet"
            isPending={isPending}
            aria-label={t("offer.withdrawOne", { name })}
            onClick={() => void run(() => withdrawOffer(sharing.case, offer.id))}
          >
            {isPending ? t("doing") : t("offer.withdraw")}
          </Button>
        )}
      </div>
      <WhyNot why={why} />
    </div>
  );
}
