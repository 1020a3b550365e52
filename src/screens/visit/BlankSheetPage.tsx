import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../i18n/languages.ts";
import { type BlankSheet, BlankSheetView } from "../../reports/BlankSheets.tsx";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { languagesOf, useFamilySay } from "./familySay.ts";
import { useNeutralTitle } from "./useNeutralTitle.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = { readonly open: OpenVisit; readonly sheet: BlankSheet; readonly onClose: () => void };

/** A blank sheet as it will be on paper, in a language of the family. Nothing of the case stands on it. */
export function BlankSheetPage({ open, sheet, onClose }: Props) {
  const { t } = useTranslation("sheets");
  const [language, setLanguage] = useState(languagesOf(open.file).at(-1)?.code ?? "nl");
  const [voice, setVoice] = useState<"parent" | "child">("parent");
  const words = useFamilySay(language);
  useNeutralTitle(t("documentTitle"));
  return (
    <>
      <Page title={t(`blank.${sheet}.title`)} lead={t("blank.lead")}>
        <div className="row no-print visit-sheet-choices">
          <Select
            label={t("language")}
            placeholder={t("language")}
            options={languages.map(({ code, name }) => ({ value: code, label: name }))}
            value={language}
            onPick={(code) => setLanguage(code ?? language)}
          />
          {sheet === "stoplight" && (
            <Segments
              label={t("voice.label")}
              options={[
                { value: "parent", label: t("voice.parent") },
                { value: "child", label: t("voice.child") },
              ]}
              value={voice}
              onPick={(next) => setVoice(next ?? voice)}
            />
          )}
        </div>
        {words && <BlankSheetView sheet={sheet} words={words} tool={words.tool} voice={voice} />}
      </Page>
      <BottomBar start={<Button onClick={onClose}>{t("back")}</Button>}>
        <Button variant="main" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {t("print")}
        </Button>
      </BottomBar>
    </>
  );
}
