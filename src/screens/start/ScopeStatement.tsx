import { useTranslation } from "react-i18next";
import { scopeStatement } from "../../domain/instruments/scopeStatement.ts";
import { Notice } from "../../ui/Notice.tsx";
import "./start.css";

/** What the method is for and what not, with the warnings that belong to it. */
export function ScopeStatement() {
  const { t } = useTranslation(["instruments", "warnings", "rules"]);
  return (
    <div className="stack stack-l">
      {(scopeStatement.warnings ?? []).map((warning) => (
        <Notice key={warning} tone="caution">
          {t(`warnings:${warning}`)}
        </Notice>
      ))}
      {scopeStatement.groups
        .filter(({ id }) => id !== "confirmation")
        .map((group) => (
          <section key={group.id} className="stack stack-s">
            <h2>{t(`scope-statement.groups.${group.id}`)}</h2>
            <ul className="prose start-list">
              {group.items.map((item) => (
                <li key={item.id}>{t(`scope-statement.items.${item.id}`)}</li>
              ))}
            </ul>
          </section>
        ))}
      {(scopeStatement.rules ?? []).map((rule) => (
        <Notice key={rule}>{t(`rules:${rule}`)}</Notice>
      ))}
    </div>
  );
}
