import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../app/paths.ts";
import { type Agreement, agreementsOf, isRunning, mostUrgentFirst } from "../../domain/plan.ts";
import { Chip } from "../../ui/Chip.tsx";
import { tonightWords } from "../casefile/tonight.ts";
import { useFamily } from "../casefile/useFamily.ts";
import { Provenance } from "./Provenance.tsx";

/** Running agreements, "voor vannacht" first; or those that have ended. */
export function AgreementList({ only }: { only: "running" | "ended" }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const agreements = agreementsOf(file)
    .filter((one) => isRunning(one) === (only === "running"))
    .sort(mostUrgentFirst);
  if (agreements.length === 0) return <p className="soft">{t(`agreements.none.${only}`)}</p>;
  return (
    <ul className="case-grid">
      {agreements.map((one) => (
        <AgreementItem key={one.id} agreement={one} />
      ))}
    </ul>
  );
}

function AgreementItem({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const { id, who, what, when, situation, otherwise, tonight, safety, status, head, versions } = agreement;
  const facts = [who, when, situation].filter(Boolean).join(" · ");
  return (
    <li className="case-item">
      <p className="case-item-title">
        <Link to={`${paths.plan(caseId)}?agreement=${id}`}>
          <bdi>{what || t("agreements.noWords")}</bdi>
        </Link>
      </p>
      {facts && <bdi>{facts}</bdi>}
      {otherwise && (
        <bdi className="soft">
          {t("agreements.otherwise")} {otherwise}
        </bdi>
      )}
      <div className="case-item-facts">
        {tonight && (
          <Chip tone="accent">
            {tonightWords(file, agreement, { t, language: i18n.language, now: new Date() })}
          </Chip>
        )}
        {safety && <Chip>{t("agreements.safety")}</Chip>}
        {status !== "running" && <Chip>{t(`value.status.${status}`)}</Chip>}
        {versions > 1 && (
          <Link to={paths.versions(caseId)} className="case-versions-link">
            <Chip tone="caution">
              {t("versions.chip", { count: versions })}
              <bdi className="visually-hidden">: {what}</bdi>
            </Chip>
          </Link>
        )}
        {head && <Provenance file={file} origin={head} />}
      </div>
    </li>
  );
}
