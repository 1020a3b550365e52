import { useTranslation } from "react-i18next";
import { tryNow } from "../../app/saved.ts";
import { useApp } from "../../app/useApp.ts";
import { momentText } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** When something was last heard of the relay, why nothing is now, and the button that tries. */
export function ExchangePart() {
  const { t, i18n } = useTranslation("saved");
  const exchange = useApp((state) => state.exchange);
  if (!exchange) {
    return (
      <Card as="section">
        <h2>{t("exchange.title")}</h2>
        <p>{t("exchange.resting")}</p>
      </Card>
    );
  }
  const { heardAt, isBusy, problem } = exchange;
  const isOrdinary = problem === "offline" || problem === "busy";
  return (
    <Card as="section">
      <div className="stack stack-s">
        <h2>{t("exchange.title")}</h2>
        <p>
          {heardAt === undefined
            ? t("exchange.notHeard")
            : t("exchange.heard", { time: momentText(i18n.language, new Date(heardAt), new Date()) })}
        </p>
        {problem && isOrdinary && <p>{t(`exchange.problems.${problem}`)}</p>}
        {problem && !isOrdinary && <Notice tone="caution">{t(`exchange.problems.${problem}`)}</Notice>}
        <div className="row">
          <Button isPending={isBusy} onClick={() => void tryNow()}>
            {t("exchange.now")}
          </Button>
          <output aria-live="polite">{isBusy ? t("exchange.busy") : ""}</output>
        </div>
      </div>
    </Card>
  );
}
