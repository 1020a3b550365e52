import { useTranslation } from "react-i18next";
import { useApp } from "../../app/useApp.ts";
import { Notice } from "../../ui/Notice.tsx";
import { OfferToMe } from "./OfferToMe.tsx";

/** Above the list: who asks this worker to take a family over, and what was taken over and has not come yet. */
export function OffersToMe() {
  const { t } = useTranslation("sharing");
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
      {[...sharing.values()]
        .filter(({ offers }) => offers.some(({ member }) => member === self))
        .map((one) => (
          <OfferToMe key={one.case} sharing={one} isHere={false} />
        ))}
      {isWaiting && <Notice live="status">{t("offer.accepted")}</Notice>}
    </>
  );
}
