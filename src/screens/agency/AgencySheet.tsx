import { useTranslation } from "react-i18next";
import { fingerprintOf } from "../../app/agency/fingerprint.ts";
import type { Founding } from "../../app/agency/founding.ts";
import { inGroups } from "../../app/secrets.ts";
import { dateOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SheetPage } from "../../ui/SheetPage.tsx";
import "./agency.css";

/** To print or copy, with what its loss and its finding mean. The paper names nobody: its fingerprint says whose it is. */
export function AgencySheet({ founding }: { readonly founding: Founding }) {
  const { t, i18n } = useTranslation("agency");
  return (
    <>
      <Notice title={t("sheet.lossTitle")}>{t("sheet.loss")}</Notice>
      <Notice title={t("sheet.foundTitle")}>{t("sheet.found")}</Notice>
      <Notice title={t("sheet.twoTitle")}>{t("sheet.two")}</Notice>
      <SheetPage title={t("sheet.paperTitle")}>
        <p>{dateOf(i18n.language, new Date(founding.at))}</p>
        <p>
          {t("fingerprint")}{" "}
          <span className="agency-paper-code" dir="ltr" lang="zxx">
            {fingerprintOf(founding.agency)}
          </span>
        </p>
        <p>{t("sheet.purpose")}</p>
        <p className="agency-code ui-sheet-code" dir="ltr" lang="zxx">
          {inGroups(founding.recoveryIdentity).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice; its place is what it is
            <span key={index}>{group} </span>
          ))}
        </p>
      </SheetPage>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{t("sheet.print")}</Button>
        <span className="soft">{t("sheet.copy")}</span>
      </div>
    </>
  );
}
