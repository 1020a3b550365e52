import type { i18n } from "i18next";
import type { Finding } from "../../domain/rules/rule.ts";
import { listOf } from "../../i18n/formats.ts";

/** Namespaces that a finding speaks from. */
export const findingNamespaces = ["rules", "tools", "instruments"] as const;

/** What the items of a finding are called, where they have a name. */
function itemNames(i18n: i18n, { instrument, items = [] }: Finding): readonly string[] {
  return items.flatMap((item) => {
    const key = ["items", "dimensions"]
      .map((kind) => `instruments:${instrument}.${kind}.${item}`)
      .find((one) => i18n.exists(one));
    return key ? [`‘${i18n.t(key)}’`] : [];
  });
}

/**
 * What a rule says of what it found: with the child's age, the side or the items where it knows them. `open` is the
 * tool that it is read in; what is missing in another tool is said with that tool's name, and where in it.
 */
export function findingWords(i18n: i18n, finding: Finding, open?: string): string {
  const { rule, values, instrument } = finding;
  const items = listOf(i18n.language, itemNames(i18n, finding));
  const words = i18n.t(`rules:${rule}`, { ...values, items });
  if (!instrument || instrument === open) return words;
  const tool = i18n.t(`instruments:${instrument}.title`);
  return i18n.t(`tools:findings.${items ? "elsewhereAt" : "elsewhere"}`, { tool, items, words });
}

/** The findings that say something of their own: a rule may speak of several persons or goals in the same words. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding>();
  for (const one of findings) {
    const key = JSON.stringify([one.rule, one.instrument, one.values]);
    const standing = known.get(key);
    const records = [...new Set([...(standing?.records ?? []), ...(one.records ?? [])])];
    known.set(key, { ...(standing ?? one), ...(records.length > 0 ? { records } : {}) });
  }
  return [...known.values()];
}
