import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";

/** Who can be called, in digits that are read from a distance. Numbers to dial: this app does not call. */
export function Numbers() {
  const { t } = useTranslation("safety");
  const onCall = useApp((state) => state.settings?.onCall);
  const numbers = [
    { id: "emergency", name: t("numbers.emergency"), number: "112" },
    { id: "veilig-thuis", name: t("numbers.veiligThuis"), number: "0800-2000" },
    {
      id: "colleague",
      name: onCall?.name || t("numbers.colleague"),
      number: onCall?.number ?? "",
    },
  ];
  return (
    <section className="safety-numbers" aria-label={t("numbers.label")}>
      <dl>
        {numbers.map(({ id, name, number }) => (
          <div key={id}>
            <dt>{name}</dt>
            {number ? (
              <dd className="safety-digits">{number}</dd>
            ) : (
              <dd>
                <Link to={paths.setting("own-numbers")}>{t("numbers.notSet")}</Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p className="soft small">{t("numbers.doesNotCall")}</p>
    </section>
  );
}
