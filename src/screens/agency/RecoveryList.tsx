import { useTranslation } from "react-i18next";
import type { RecoveryView } from "../../app/agency/views.ts";
import { momentText } from "../../i18n/formats.ts";
import { Card } from "../../ui/Card.tsx";
import "./agency.css";

/** Each use of the agency's sheet, for all to see. */
export function RecoveryList({ recoveries }: { readonly recoveries: readonly RecoveryView[] }) {
  const { t, i18n } = useTranslation("agency");
  if (recoveries.length === 0) return null;
  const named = (name: string): string => name || t("recoveries.somebody");
  return (
    <section className="stack stack-s" aria-labelledby="agency-recoveries">
      <h2 id="agency-recoveries">{t("recoveries.title")}</h2>
      <Card>
        <ul className="agency-devices">
          {recoveries.map(({ id, at, opened, name, on }) => (
            <li key={id}>
              <p>{t(`recoveries.${opened}`, { name: named(name) })}</p>
              <p className="soft small">
                {t("recoveries.on", {
                  time: momentText(i18n.language, new Date(at), new Date()),
                  on: named(on),
                })}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
