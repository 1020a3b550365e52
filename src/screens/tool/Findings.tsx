import { Lightbulb } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Finding, Level } from "../../domain/rules/rule.ts";
import type { Section } from "../../instrument/sections.ts";
import { Notice } from "../../ui/Notice.tsx";

/** How strongly each level shows. `design` and `compute` are no words: they are in how a screen is made. */
const weights: { readonly [L in Level]: "needed" | "notice" | "hint" | "none" } = {
  block: "needed",
  require: "needed",
  warn: "notice",
  hint: "hint",
  copy: "hint",
  design: "none",
  compute: "none",
};

const onceEach = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((one, at) => findings.findIndex((other) => other.rule === one.rule) === at);

/** Does a finding speak of something in this section: an item, a dimension, an option or the section itself? */
export function isAbout(section: Section, finding: Finding): boolean {
  const groups = [...section.groups, ...section.rowGroups];
  const own = new Set([
    ...groups.flatMap((group) => [group.id, group.dimension, ...group.items.map((item) => item.id)]),
  ]);
  return (
    finding.items?.some(
      (item) => own.has(item) || own.has(item.split("/")[0]) || own.has(item.split("/")[1]),
    ) ?? false
  );
}

/** What the rules say here, calmly: what "klaar" still needs, what to look at, and a hint. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation(["tools", "rules"]);
  const shown = onceEach(findings).filter(
    (finding) => weights[finding.level] !== "none" && i18n.exists(`rules:${finding.rule}`),
  );
  const of = (weight: string) => shown.filter((finding) => weights[finding.level] === weight);
  const needed = of("needed");
  if (shown.length === 0) return null;
  return (
    <div className="stack stack-s">
      {needed.length > 0 && (
        <Notice title={t("findings.needed")}>
          <ul className="finding-lines">
            {needed.map((finding) => (
              <li key={finding.rule}>{t(`rules:${finding.rule}`, finding.values ?? {})}</li>
            ))}
          </ul>
        </Notice>
      )}
      {of("notice").map((finding) => (
        <Notice key={finding.rule}>{t(`rules:${finding.rule}`, finding.values ?? {})}</Notice>
      ))}
      {of("hint").map((finding) => (
        <p key={finding.rule} className="finding-hint soft">
          <Lightbulb size={20} aria-hidden="true" />
          <span>{t(`rules:${finding.rule}`, finding.values ?? {})}</span>
        </p>
      ))}
    </div>
  );
}
