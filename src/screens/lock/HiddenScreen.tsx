import { useTranslation } from "react-i18next";
import { unhide } from "../../app/lock.ts";
import "./HiddenScreen.css";

const tips = ["evening", "earlier", "light", "order", "choice", "goodbye"] as const;

/**
 * "Verberg": a real page that anybody might be reading. Nothing of the app can be recognised here, so it has a look of
 * its own, and none of the app's controls.
 */
export function HiddenScreen() {
  const { t } = useTranslation("lock");
  return (
    <main id="main" className="hidden-page">
      <header className="hidden-head">
        <p className="hidden-kicker">{t("hidden.kicker")}</p>
        <h1 id="page-title" tabIndex={-1}>
          {t("hidden.title")}
        </h1>
        <p className="hidden-lead">{t("hidden.lead")}</p>
      </header>
      {tips.map((tip) => (
        <section key={tip}>
          <h2>{t(`hidden.tips.${tip}.title`)}</h2>
          <p>{t(`hidden.tips.${tip}.text`)}</p>
        </section>
      ))}
      <footer className="hidden-foot">
        <p>{t("hidden.close")}</p>
        <button type="button" className="hidden-on" onClick={unhide}>
          {t("hidden.on")}
        </button>
      </footer>
    </main>
  );
}
