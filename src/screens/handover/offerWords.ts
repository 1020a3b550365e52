import { useTranslation } from "react-i18next";
import { type CaseFile, textAt } from "../../domain/casefile.ts";
import type { Offer } from "../../domain/handing.ts";
import { goalFields } from "../../domain/plan.ts";

/** What an offer is called on the worker's screen; one about a goal names the goal in the family's own words. */
export function useOfferWords(file: CaseFile): (offer: Offer) => string {
  const { t } = useTranslation(["handover", "instruments"]);
  return (offer) => {
    if (offer.items) return t(`handover:parts.${offer.id}`);
    const tool = t(`instruments:${offer.instrument}.short`);
    const goal = textAt(file, offer.about, goalFields.sentence);
    return goal === "" ? tool : t("handover:ofGoal", { tool, goal });
  };
}
