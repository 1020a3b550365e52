import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../app/language.ts";
import { useApp } from "../../app/useApp.ts";
import { languages, workerLanguages } from "../../i18n/languages.ts";
import { LanguageList } from "../../ui/LanguageList.tsx";
import { LanguageReview } from "./LanguageReview.tsx";
import { SettingPart } from "./SettingPart.tsx";

export function LanguageSetting() {
  const { t } = useTranslation("settings");
  const language = useApp((state) => state.language);
  return (
    <SettingPart title={t("parts.language.title")} lead={t("language.lead")}>
      <LanguageList
        label={t("language.label")}
        languages={workerLanguages}
        value={language}
        onPick={chooseLanguage}
      />
      <LanguageReview languages={languages} />
    </SettingPart>
  );
}
