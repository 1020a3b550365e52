import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../app/paths.ts";
import type { Person } from "../../domain/people.ts";
import { useFamily } from "./useFamily.ts";

/** Where to find what this person said. */
export function PersonHistory({ person }: { person: Person }) {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  return (
    <p>
      <Link to={`${paths.timeline(caseId)}?person=${person.id}`}>
        {t("person.toTimeline", { name: person.name || t("people.noName") })}
      </Link>
    </p>
  );
}
