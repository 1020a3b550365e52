import { useState } from "react";
import { useTranslation } from "react-i18next";
import { acceptFamily, putOfferAway } from "../../app/agency/acts.ts";
import type { SharingView } from "../../app/agency/views.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "./useAct.ts";
import { WhyNot } from "./WhyNot.tsx";

type Props = {
  readonly sharing: SharingView;
  /** On the family's own page; elsewhere nothing of it can be told, since its key is not here. */
  readonly isHere?: boolean;
};

/** "Marit vraagt u dit gezin over te nemen". */
export function OfferToMe({ sharing, isHere = false }: Props) {
  const { t } = useTranslation("sharing");
  const self = useApp((state) => state.agency?.self);
  const putAway = useApp((state) => state.settings?.offersPutAway);
  // The PIN that opened one family can't change what is kept of all: then it is put away until this page opens anew.
  const isAllOpen = useApp((state) => state.scope === "all");
  const [isLater, setLater] = useState(false);
  const { isPending, why, run } = useAct();
  const offer = sharing.offers.find(({ member }) => member === self);
  if (!offer || isLater) return null;
  const by = offer.byName;
  const title = by ? t(isHere ? "offer.toYouHere" : "offer.toYouBy", { name: by }) : t("offer.toYou");
  return (
    <Notice
      title={title}
      actions={
        <>
          {!putAway?.includes(offer.id) && (
            <Button onClick={() => (isAllOpen ? void run(() => putOfferAway(offer.id)) : setLater(true))}>
              {t("offer.notNow")}
            </Button>
          )}
          <Button
            variant="main"
            isPending={isPending}
            onClick={() => void run(() => acceptFamily(sharing.case, offer.id))}
          >
            {isPending ? t("doing") : t("offer.accept")}
          </Button>
        </>
      }
    >
      <p>{t("offer.toYouText")}</p>
      <WhyNot why={why} />
    </Notice>
  );
}
