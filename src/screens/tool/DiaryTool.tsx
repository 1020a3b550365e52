import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { personOf } from "../../domain/people.ts";
import { BlankSheetView } from "../../reports/BlankSheets.tsx";
import { Button } from "../../ui/Button.tsx";
import { useFamilySay } from "../visit/familySay.ts";
import type { Opened } from "./opened.ts";

/** The diary's paper sheet: parents have no tablet between two visits. In the parent's own language. */
export function DiaryTool({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation("tools");
  const [isOpen, setOpen] = useState(false);
  const words = useFamilySay(personOf(opened.file, opened.about.id).language);
  if (!isOpen || !words) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t("diary.sheet")}</Button>
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
        <Button variant="quiet" onClick={() => setOpen(false)}>
          {t("diary.close")}
        </Button>
      </div>
      <BlankSheetView sheet="week" words={words} tool={words.tool} voice="parent" />
    </section>
  );
}
