import { useTranslation } from "react-i18next";
import { useApp } from "../../app/useApp.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { OfferToMe } from "./OfferToMe.tsx";

/** Families that this worker is asked to take over: to answer now, or put away for later. */
function useOffersToMe(isLater: boolean) {
  const sharing = useApp((state) => state.sharing);
  const self = useApp((state) => state.agency?.self);
  const putAway = useApp((state) => state.settings?.offersPutAway);
  return [...sharing.values()].filter(({ offers }) => {
    const offer = offers.find(({ member }) => member === self);
    return offer && (putAway?.includes(offer.id) ?? false) === isLater;
  });
}

/** Above the list: who asks this worker to take a family over, and what was taken over and has not come yet. */
export function OffersToMe() {
  const { t } = useTranslation("sharing");
  const offered = useOffersToMe(false);
  const sharing = useApp((state) => state.sharing);
  const self = useApp((state) => state.agency?.self);
  const families = useApp((state) => state.families);
  if (self === undefined || families === undefined) return null;
  const known = new Set(families.map(({ id }) => id));
  const isWaiting = [...sharing.values()].some(
    (one) => !known.has(one.case) && one.members.some(({ isSelf }) => isSelf),
  );
  return (
    <>
      {offered.map((one) => (
        <OfferToMe key={one.case} sharing={one} />
      ))}
      {isWaiting && <Notice live="status">{t("offer.accepted")}</Notice>}
    </>
  );
}

/** Beneath the list, folded: what was answered with "niet nu". The one who asks has heard nothing, so it can still be done. */
export function OffersPutAway() {
  const { t } = useTranslation("sharing");
  const offered = useOffersToMe(true);
  if (offered.length === 0) return null;
  return (
    <Disclosure look="plain" title={t("offer.putAway", { count: offered.length })}>
      <div className="stack">
        {offered.map((one) => (
          <OfferToMe key={one.case} sharing={one} />
        ))}
      </div>
    </Disclosure>
  );
}
