import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n/languages.ts";
import { Chip } from "../../ui/Chip.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";

/** Which languages a family can answer in, and which of them no native speaker has read yet. */
export function LanguageReview({ languages }: { readonly languages: readonly Language[] }) {
  const { t } = useTranslation("settings");
  return (
    <section className="stack stack-s">
      <h2>{t("language.families")}</h2>
      <p className="prose soft">{t("language.reviewNote")}</p>
      <DefinitionList
        rows={languages.map(({ name, reviewed }) => ({
          term: name,
          text: reviewed ? t("language.reviewed") : <Chip tone="caution">{t("language.notReviewed")}</Chip>,
        }))}
      />
    </section>
  );
}
