import { alarmRules } from "./alarm.ts";
import { childTalkRules } from "./childTalk.ts";
import { conversationRules } from "./conversation.ts";
import { diagnosisRules } from "./diagnosis.ts";
import { goalRules } from "./goals.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { scaleRules } from "./scales.ts";
import { scopeRules } from "./scope.ts";
import { signalRules } from "./signals.ts";
import { stressRules } from "./stress.ts";

/** Every rule of the method that an instrument names. */
export const rules: readonly Rule[] = [
  ...scopeRules,
  ...alarmRules,
  ...signalRules,
  ...diagnosisRules,
  ...conversationRules,
  ...childTalkRules,
  ...scaleRules,
  ...stressRules,
  ...goalRules,
];

/** What the rules have to say: those of the instrument that lies open, else all of them. */
export function findingsOf(context: RuleContext): readonly Finding[] {
  const { instrument } = context;
  const isHere = (rule: Rule): boolean =>
    !instrument || instrument.rules.includes(rule.id) || (rule.alsoIn?.includes(instrument.id) ?? false);
  return rules.filter(isHere).flatMap((rule) => rule.find(context));
}

/**
 * What stands in the way of "klaar". It decides what may be marked complete and never what may be saved. For one
 * group of the instrument only what is about that group's own items counts.
 */
export function blocksCompletion(context: RuleContext, group?: string): readonly Finding[] {
  const found = findingsOf(context).filter(
    (finding) => finding.level === "block" || finding.level === "require",
  );
  if (group === undefined) return found;
  const own = context.instrument?.groups.find((one) => one.id === group);
  const isOwn = (item: string): boolean =>
    item.startsWith(`${group}/`) ||
    (own?.items.some((one) => item === one.id || item.startsWith(`${one.id}/`)) ?? false);
  return found.filter((finding) => finding.items?.some(isOwn) ?? false);
}
