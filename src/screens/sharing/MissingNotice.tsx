import { useTranslation } from "react-i18next";
import { useApp } from "../../app/useApp.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { missingOf } from "../../domain/missing.ts";
import { Notice } from "../../ui/Notice.tsx";
import "./sharing.css";
import { missingByPerson } from "./missingByPerson.ts";

/** "Er ontbreekt iets van Marit": colleagues have read what is not here. */
export function MissingNotice({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation("sharing");
  const memberOf = useApp((state) => state.memberOf);
  const people = useApp((state) => state.agency?.people);
  const missing = missingByPerson(missingOf(file), memberOf, people ?? []);
  if (missing.length === 0) return null;
  const lines = missing.map(({ key, name, count }) => (
    <span key={key} className="sharing-line">
      {t("missing.title", { name: name || t("otherDevice"), count })}
    </span>
  ));
  return <Notice title={lines}>{people && t("missing.text")}</Notice>;
}
