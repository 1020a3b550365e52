import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { Person } from "../../domain/people.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { useFamily } from "../casefile/useFamily.ts";

/** Where to find what this person said. */
export function PersonHistory({ person }: { person: Person }) {
  const { t } = useTranslation("casefile");
  const { caseId } = useFamily();
  return (
    <div>
      <ButtonLink variant="quiet" to={`${paths.timeline(caseId)}?person=${person.id}`}>
        {t("person.toTimeline", { name: person.name || t("people.noName") })}
      </ButtonLink>
    </div>
  );
}
