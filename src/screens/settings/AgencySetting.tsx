import { useTranslation } from "react-i18next";
import { hasAgency } from "../../app/agency/watch.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { TaskList } from "../../ui/TaskList.tsx";

/** The way to the agency; without one, the way into one. */
export function AgencySetting() {
  const { t } = useTranslation("agency");
  const name = useApp((state) => state.agency?.name);
  return (
    <section className="stack stack-s" aria-labelledby="settings-agency">
      <h2 id="settings-agency">{t("setting.title")}</h2>
      {hasAgency() ? (
        <TaskList
          tasks={[{ id: "agency", title: name || t("unnamed"), note: t("setting.here"), to: paths.agency }]}
        />
      ) : (
        <p className="prose">{t("setting.none")}</p>
      )}
    </section>
  );
}
