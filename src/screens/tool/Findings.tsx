import { Lightbulb } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RecordId } from "../../domain/ids.ts";
import type { Finding, Level } from "../../domain/rules/rule.ts";
import { listOf } from "../../i18n/formats.ts";
import type { Section } from "../../instrument/sections.ts";
import { Explained, TermScope } from "../../instrument/Terms.tsx";
import { Notice } from "../../ui/Notice.tsx";
import "./tool.css";

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

export const isNeeded = ({ level }: Finding): boolean => weights[level] === "needed";

/** A rule speaks once, of all that it found. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const byRule = new Map<string, Finding>();
  for (const one of findings) {
    const standing = byRule.get(one.rule);
    if (!standing) byRule.set(one.rule, one);
    else {
      const records = [...new Set([...(standing.records ?? []), ...(one.records ?? [])])];
      byRule.set(one.rule, { ...standing, ...(records.length > 0 ? { records } : {}) });
    }
  }
  return [...byRule.values()];
}

/** Where a rule that speaks of persons has its place: the items whose answer it is about. */
const places: { readonly [rule: string]: readonly string[] } = {
  "R-aftercare-before-child-talk": ["talk", "aftercare-person"],
  "R-interpreter-not-family": ["interpreter"],
  "R-parents-not-present": ["talk"],
  "R-toddler-trusted-adult": ["trusted-adult"],
  "R-trained-for-child-talk": ["talk"],
};

/** Does a finding speak of something in this section: an item, a dimension, an option or the section itself? */
export function isAbout(section: Section, finding: Finding): boolean {
  const own = new Set(
    [...section.groups, ...section.rowGroups].flatMap((group) => [
      group.id,
      ...(group.dimension ? [group.dimension] : []),
      ...group.items.map((item) => item.id),
    ]),
  );
  const items = finding.items ?? places[finding.rule] ?? [];
  return items.some((item) => [item, ...item.split("/").slice(0, 2)].some((part) => own.has(part)));
}

type Props = {
  readonly findings: readonly Finding[];
  /** The words of a goal that a finding is about: there are several, and it is about one. */
  readonly goalAt?: (record: RecordId) => string | undefined;
};

/** What the rules say here, calmly: what "klaar" still needs, what to look at, and a hint. */
export function Findings({ findings, goalAt }: Props) {
  const { t, i18n } = useTranslation(["tools", "rules"]);
  const shown = onceEach(findings).filter(
    (finding) => weights[finding.level] !== "none" && i18n.exists(`rules:${finding.rule}`),
  );
  const of = (weight: string) => shown.filter((finding) => weights[finding.level] === weight);
  const needed = of("needed");
  if (shown.length === 0) return null;
  const say = ({ rule, values, records = [] }: Finding): string => {
    // With the child's age, where it is known.
    const aged = `rules:${rule}-years`;
    const key = values?.years !== undefined && i18n.exists(aged) ? aged : `rules:${rule}`;
    const goals = records.flatMap((record) => goalAt?.(record) ?? []).map((goal) => `‘${goal}’`);
    return [t(key, values ?? {}), listOf(i18n.language, goals)].filter(Boolean).join(" ");
  };
  const inOrder = [...needed, ...of("notice"), ...of("hint")];
  return (
    <TermScope texts={inOrder.map(say)}>
      <div className="stack stack-s">
        {needed.length > 0 && (
          <Notice title={t("findings.needed")}>
            <ul className="finding-lines">
              {needed.map((finding) => (
                <li key={finding.rule}>
                  <p>
                    <Explained text={say(finding)} />
                  </p>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {of("notice").map((finding) => (
          <Notice key={finding.rule}>
            <p>
              <Explained text={say(finding)} />
            </p>
          </Notice>
        ))}
        {of("hint").map((finding) => (
          <p key={finding.rule} className="finding-hint soft">
            <Lightbulb size={20} aria-hidden="true" />
            <span>
              <Explained text={say(finding)} />
            </span>
          </p>
        ))}
      </div>
    </TermScope>
  );
}
