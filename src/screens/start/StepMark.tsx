import { useTranslation } from "react-i18next";

const steps = 5;

/** "Stap 2 van 5", above the title. */
export function StepMark({ step }: { readonly step: number }) {
  const { t } = useTranslation("start");
  return <p className="start-step">{t("step", { step, steps })}</p>;
}
