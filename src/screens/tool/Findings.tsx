import { Lightbulb } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RecordId } from "../../domain/ids.ts";
import type { Finding, Level } from "../../domain/rules/rule.ts";
import { listOf } from "../../i18n/formats.ts";
import type { Section } from "../../instrument/sections.ts";
import { Explained, TermScope } from "../../instrument/Terms.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { findingNamespaces, findingWords, onceEach } from "../casefile/findingWords.ts";
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
  /** The tool in which they are read. */
  readonly tool: string;
  /** The words of a goal that a finding is about: there are several, and it is about one. */
  readonly goalAt?: (record: RecordId) => string | undefined;
};

/** What the rules say here, calmly: what is still needed, what to look at, and a hint. */
export function Findings({ findings, tool, goalAt }: Props) {
  const { t, i18n } = useTranslation(findingNamespaces);
  const shown = onceEach(findings).filter(
    (finding) => weights[finding.level] !== "none" && i18n.exists(`rules:${finding.rule}`),
  );
  const of = (weight: string) => shown.filter((finding) => weights[finding.level] === weight);
  const needed = of("needed");
  if (shown.length === 0) return null;
  const say = (finding: Finding): string => {
    const goals = (finding.records ?? [])
      .flatMap((record) => goalAt?.(record) ?? [])
      .map((goal) => `‘${goal}’`);
    return [findingWords(i18n, finding, tool), listOf(i18n.language, goals)].filter(Boolean).join(" ");
  };
  const inOrder = [...needed, ...of("notice"), ...of("hint")];
  return (
    <TermScope texts={inOrder.map(say)}>
      <div className="stack stack-s">
        {needed.length > 0 && (
          <Notice title={t("tools:findings.needed")}>
            <ul className="finding-lines">
              {needed.map((finding) => (
                <li key={say(finding)}>
                  <p>
                    <Explained text={say(finding)} />
                  </p>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {of("notice").map((finding) => (
          <Notice key={say(finding)}>
            <p>
              <Explained text={say(finding)} />
            </p>
          </Notice>
        ))}
        {of("hint").map((finding) => (
          <p key={say(finding)} className="finding-hint soft">
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
