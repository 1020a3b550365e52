import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { languages } from "../../i18n/languages.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import { ScopeStatement } from "../start/ScopeStatement.tsx";
import { GlossaryList } from "./GlossaryList.tsx";
import { LanguageReview } from "./LanguageReview.tsx";

const version: string = import.meta.env.VITE_VERSION ?? "";

/** What this is, what it is not, who made the method, and what its words mean. */
export function AboutScreen() {
  const { t } = useTranslation(["settings", "instruments", "warnings"]);
  const isUpdateWaiting = useApp((state) => state.updateWaiting);
  return (
    <Shell title={t("title")} back={paths.settings}>
      <Page title={t("parts.about.title")} lead={t("about.lead")} width="text">
        <ScopeStatement />
        <Notice tone="caution">{t("warnings:W-emergency-number")}</Notice>
        <Notice>{t("warnings:W-veilig-thuis")}</Notice>
        <Disclosure title={t("instruments:glossary.title")} level={2}>
          <GlossaryList />
        </Disclosure>
        <LanguageReview languages={languages} />
        <section className="stack stack-s">
          <h2>{t("about.credits")}</h2>
          <p className="prose">{t("about.method")}</p>
          <p className="prose">{t("instruments:signs-of-safety.credit")}</p>
          <p className="prose">{t("about.made")}</p>
        </section>
        <section className="stack stack-s">
          <h2>{t("about.versionTitle")}</h2>
          <p>{t("about.version", { version })}</p>
          {isUpdateWaiting && <Notice>{t("offline.update")}</Notice>}
        </section>
      </Page>
    </Shell>
  );
}
