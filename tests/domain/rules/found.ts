import { findingsOf } from "../../../src/domain/rules/list.ts";
import type { Finding, RuleContext } from "../../../src/domain/rules/rule.ts";

/** What one rule says here. */
export const found = (rule: string, context: RuleContext): readonly Finding[] =>
  findingsOf(context).filter((finding) => finding.rule === rule);

export const items = (rule: string, context: RuleContext): readonly string[] =>
  found(rule, context).flatMap((finding) => finding.items ?? []);

export const people = (rule: string, context: RuleContext): readonly string[] =>
  found(rule, context).flatMap((finding) => finding.records ?? []);
