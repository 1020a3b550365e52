import { Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { Explained, TermScope } from "../../instrument/Terms.tsx";

/** What a tool can't do and is not, where it is used: always there, never in the way. */
export function Warnings({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useTranslation("warnings");
  if (instrument.warnings.length === 0) return null;
  return (
    <TermScope texts={instrument.warnings.map((warning) => t(warning))}>
      <ul className="tool-warnings soft">
        {instrument.warnings.map((warning) => (
          <li key={warning}>
            <Info size={20} aria-hidden="true" />
            <p>
              <Explained text={t(warning)} />
            </p>
          </li>
        ))}
      </ul>
    </TermScope>
  );
}
