import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { personOf } from "../../domain/people.ts";
import { dirOf } from "../../i18n/languages.ts";
import { loadFamily } from "../../i18n/setUp.ts";
import { WeekSheet } from "../../instrument/WeekSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Opened } from "./opened.ts";

/** The diary's paper sheet: parents have no tablet between two visits. In the parent's own language. */
export function DiaryTool({ opened }: { readonly opened: Opened }) {
  const { t, i18n } = useTranslation("tools");
  const [language, setLanguage] = useState<string | undefined>(undefined);
  const { file, about } = opened;
  const own = personOf(file, about.id).language;
  if (language === undefined) {
    return (
      <div>
        <Button onClick={() => void loadFamily(i18n, own).then(() => setLanguage(own))}>
          {t("diary.sheet")}
        </Button>
      </div>
    );
  }
  return (
    <section className="stack" aria-label={t("diary.sheet")}>
      <p className="soft">{t("diary.later")}</p>
      <div className="row no-print">
        <Button variant="main" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {t("diary.print")}
        </Button>
        <Button variant="quiet" onClick={() => setLanguage(undefined)}>
          {t("diary.close")}
        </Button>
      </div>
      <WeekSheet i18n={i18n} language={language} dir={dirOf(language)} />
    </section>
  );
}
