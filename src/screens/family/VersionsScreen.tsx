import { useTranslation } from "react-i18next";
import { type Conflict, conflictsOf, existsField } from "../../domain/casefile.ts";
import { safetyConflictsOf } from "../../domain/safety.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { RemovedAndWritten, TwoVersions } from "./TwoVersions.tsx";

const keyOf = ({ record, field }: Conflict): string => `${record}/${field}`;

/** "2 versies": people wrote without having seen each other. Everything is kept until somebody chooses. */
export function VersionsScreen() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const all = conflictsOf(file);
  const safety = new Set(safetyConflictsOf(file).map(keyOf));
  const ordered = [
    ...all.filter((one) => safety.has(keyOf(one))),
    ...all.filter((one) => !safety.has(keyOf(one))),
  ];
  if (ordered.length === 0) {
    return (
      <Page title={t("versions.noneTitle")} width="text">
        <EmptyState title={t("versions.none")}>{t("versions.noneText")}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("versions.title")} lead={t("versions.lead")} width="text">
      <ul className="case-list">
        {ordered.map((conflict) => (
          <li key={keyOf(conflict)} className="case-item">
            {conflict.field === existsField ? (
              <RemovedAndWritten conflict={conflict} isSafety={safety.has(keyOf(conflict))} />
            ) : (
              <TwoVersions conflict={conflict} isSafety={safety.has(keyOf(conflict))} />
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
