import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A list in the report, or the sentence that there is nothing. */
export function Lines({ lines }: { lines: readonly { readonly id: string; readonly line: ReactNode }[] }) {
  const { t } = useTranslation("casefile");
  if (lines.length === 0) return <p className="soft">{t("report.nothing")}</p>;
  return (
    <ul>
      {lines.map(({ id, line }) => (
        <li key={id}>{line}</li>
      ))}
    </ul>
  );
}
