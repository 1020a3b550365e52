import type { RecordId } from "../ids.ts";
import type { Run } from "../run.ts";
import {
  type AlarmSignal,
  alarmsOf,
  coversAlarm,
  decisionFields,
  decisionsOf,
  undecidedAlarmsOf,
  unknownAlarmsOf,
} from "../safety.ts";
import { answerAt, hasAnswer, isNo, isYes, runsNear } from "./reading.ts";
import { aboutItems, aboutRecords, always, type Rule, type RuleContext, ruleOf } from "./rule.ts";

const decision = "immediate-action-decision";

/** Signals of the list that lies open, else of the child that it is about, else of the whole case. */
function ofOpenRun({ run }: RuleContext, signals: readonly AlarmSignal[]): readonly AlarmSignal[] {
  if (run?.instrument === "alarm-signals") return signals.filter((signal) => signal.run.id === run.id);
  const near = (signal: AlarmSignal): boolean => !run || signal.run.about === run.about;
  return signals.filter(near);
}

const itemsOf = (signals: readonly AlarmSignal[]) =>
  aboutItems([...new Set(signals.map((signal) => signal.item))]);

/** A decision has been made once something was chosen, in either direction, or its time was recorded. */
const isMade = ({ file }: RuleContext, run: Run): boolean =>
  decisionsOf(file).some(
    (one) => one.run.id === run.id && (one.option !== undefined || one.decidedAt !== ""),
  );

function madeWithout(context: RuleContext, field: string): readonly RecordId[] {
  return runsNear(context, decision)
    .filter((run) => isMade(context, run) && !hasAnswer(context.file, run, field))
    .map((run) => run.id);
}

export const alarmRules: readonly Rule[] = [
  always("R-urgent-first", "design"),
  always("R-contacts-always-available", "design"),
  always("R-old-names-replaced", "copy"),

  ruleOf("R-alarm-consider-action", "block", (context) =>
    itemsOf(ofOpenRun(context, undecidedAlarmsOf(context.file))),
  ),

  ruleOf("R-alarm-unknown-follow-up", "warn", (context) =>
    itemsOf(ofOpenRun(context, unknownAlarmsOf(context.file))),
  ),

  ruleOf("R-decision-is-reasoned", "require", (context) => {
    const found = aboutRecords(madeWithout(context, decisionFields.grounds));
    return found && { ...found, items: [decisionFields.grounds] };
  }),

  ruleOf("R-continue-assessment", "require", (context) => {
    const found = aboutRecords(madeWithout(context, decisionFields.furtherAssessment));
    return found && { ...found, items: [decisionFields.furtherAssessment] };
  }),

  // What is known is little: an alarm without a decision, or a decision that does not say what is unknown.
  ruleOf("R-limited-information-suffices", "copy", (context) => {
    if (context.run?.instrument === decision) return {};
    const open = ofOpenRun(context, alarmsOf(context.file)).some(
      (alarm) => !decisionsOf(context.file).some((one) => coversAlarm(context.file, one, alarm)),
    );
    return open || ofOpenRun(context, unknownAlarmsOf(context.file)).length > 0 ? {} : undefined;
  }),

  ruleOf("R-safe-place-now", "hint", (context) => {
    const safe = runsNear(context, decision).filter(
      (run) =>
        isYes(context.file, run, decisionFields.safePlace) &&
        hasAnswer(context.file, run, decisionFields.responsibleAdult) &&
        !isNo(context.file, run, decisionFields.responsibleAdult) &&
        answerAt(context.file, run, decisionFields.responsibleAdult) !== "unknown" &&
        !hasAnswer(context.file, run, decisionFields.reviewDate),
    );
    const found = aboutRecords(safe.map((run) => run.id));
    return found && { ...found, items: [decisionFields.reviewDate] };
  }),
];
