import { useTranslation } from "react-i18next";
import { exchangeNow } from "../../app/agency/exchanging.ts";
import type { ExchangeView } from "../../app/agency/views.ts";
import { useApp } from "../../app/useApp.ts";
import { momentText } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** How it stands with what is to go and to come: when it last did, what waits, and why. */
export function ExchangePart() {
  const { t } = useTranslation("agency");
  const exchange = useApp((state) => state.exchange);
  if (!exchange) return null;
  return (
    <section className="stack stack-s" aria-labelledby="agency-exchange">
      <h2 id="agency-exchange">{t("exchange.title")}</h2>
      <Standing exchange={exchange} />
      <div className="row">
        <Button isPending={exchange.isBusy} onClick={exchangeNow}>
          {exchange.isBusy ? t("exchange.busy") : t("exchange.now")}
        </Button>
      </div>
    </section>
  );
}

export function Standing({ exchange }: { readonly exchange: ExchangeView }) {
  const { t, i18n } = useTranslation(["agency", "lock"]);
  const { heardAt, problem, unsent, progress } = exchange;
  const heard =
    heardAt !== undefined &&
    t("exchange.heard", { time: momentText(i18n.language, new Date(heardAt), new Date()) });
  const waiting =
    unsent > 0 ? t("exchange.unsent", { count: unsent }) : heardAt !== undefined && t("exchange.sent");
  return (
    <>
      <p>
        {heard || t("exchange.none")} {waiting}
      </p>
      {progress && <p className="soft">{t("exchange.progress", progress)}</p>}
      {problem && problem !== "unknown-device" && (
        <Notice tone="caution" live="status">
          {problem.startsWith("store-")
            ? t(`lock:problems.${problem.slice("store-".length)}`)
            : t(`problems.${problem}`)}{" "}
          {t("exchange.later")}
        </Notice>
      )}
    </>
  );
}
